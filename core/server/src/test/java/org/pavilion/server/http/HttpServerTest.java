package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.server.http.Raw11.Answer;
import org.pavilion.server.json.Json;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpServerTest {
    private static final String JSON = "Content-Type: application/json";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

    private final HttpHouse house;

    HttpServerTest(@TempDir Path data) {
        house = new HttpHouse(data);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private Answer get(String path, String... headers) throws IOException {
        return Raw11.get(house.port(), path, headers);
    }

    private Answer post(String path, String body, String... headers) throws IOException {
        return Raw11.send(house.port(), "POST", path, body, headers);
    }

    @Test
    void putsTheSecurityHeadersOnEveryAnswer() throws IOException {
        var answers = new ArrayList<Answer>();
        for (var path : HttpHouse.paths()) {
            answers.add(get(path));
            answers.add(post(path, "x", JSON));
        }
        for (var path : List.of(
                "/healthz",
                "/readyz",
                "/metrics",
                "/openapi.json",
                "/api",
                "/robots.txt",
                "/favicon.ico",
                "/nowhere",
                "/api/nowhere",
                "/assets/none-12345678.js",
                "/plugins/none/1.0.0-12345678/main.js",
                "/en/nowhere",
                "/a%2fb",
                "/%ff")) {
            answers.add(get(path));
        }
        answers.add(get("/healthz", "Host: evil.example"));
        answers.add(get("/healthz", "X-Long: " + "x".repeat(9000)));
        answers.add(Raw11.raw(house.port(), "GARBAGE\r\n\r\n"));
        answers.add(Raw11.send(house.port(), "BREW", "/healthz", ""));
        answers.add(Raw11.send(house.port(), "OPTIONS", "/api/big", ""));
        for (var answer : answers) {
            assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'"), answer.toString());
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("same-origin", answer.header("Cross-Origin-Opener-Policy"));
            assertEquals("strict-origin-when-cross-origin", answer.header("Referrer-Policy"));
            assertTrue(answer.header("Permissions-Policy").contains("camera=()"));
            assertEquals("", answer.header("Server"));
            assertFalse(answer.text().contains("\tat "), answer.text());
        }
    }

    @Test
    void answersProblemsAsJsonToProgramsAndAsPagesToBrowsers() throws IOException {
        var json = get("/api/conflict");
        assertEquals(409, json.status());
        assertEquals("application/problem+json", json.header("Content-Type"));
        var body = new Json().object(json.text());
        assertEquals("thing.conflict", body.get("code"));
        assertEquals(1500, body.get("retryAfterMs"));
        assertEquals("2", json.header("Retry-After"));
        var page = get("/nowhere", BROWSER);
        assertEquals(404, page.status());
        assertTrue(page.header("Content-Type").startsWith("text/html"), page.toString());
        assertTrue(page.text().contains("<main"), page.text());
        var english = get("/en/nowhere", BROWSER);
        assertTrue(english.text().contains("lang=\"en\""), english.text());
        assertEquals("application/problem+json", get("/api/nowhere", BROWSER).header("Content-Type"));
    }

    @Test
    void aRefusedUploadGetsAWholePageToo() throws IOException {
        var parts = "--cut\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--cut--\r\n";
        var page = post("/api/greet", parts, BROWSER, "Content-Type: multipart/form-data; boundary=cut");
        assertEquals(422, page.status());
        assertTrue(page.text().contains("class=\"state error\""), page.text());
    }

    @Test
    void aFailurePageSaysInTheReadersLanguageWhatWasWrong() throws IOException {
        var page = post("/api/greet", "name=x", FORM, BROWSER, "Sec-Fetch-Site: cross-site");
        assertEquals(403, page.status());
        assertTrue(page.text().contains("这个请求来自别的网站"), page.text());
        var stranger = get("/en/organiser/plugins", BROWSER);
        assertEquals(401, stranger.status());
        assertTrue(stranger.text().contains("Please sign in"), stranger.text());
    }

    @Test
    void aRefusalBeforeTheBodyLeavesTheConnectionWhole() throws IOException, InterruptedException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            out.write("POST /api/nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Thread.sleep(300); // time for an answer that does not wait for the body
            out.write("{}GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answers.startsWith("HTTP/1.1 404 "), answers);
            assertTrue(answers.contains("HTTP/1.1 200 "), answers);
        }
    }

    @Test
    void hidesWhatBrokeAndNamesAnId() throws IOException {
        var answer = get("/api/broken");
        assertEquals(500, answer.status());
        assertFalse(answer.text().contains("secret inner detail"));
        assertEquals(
                answer.header("X-Request-Id"), new Json().object(answer.text()).get("id"));
    }

    @Test
    void bindsJsonFormsAndMultipartAlike() throws IOException {
        var expected = "{\"name\":\"Ada 云\",\"times\":2,\"tags\":[\"a\",\"b\"],\"loud\":true}";
        var json = post("/api/greet", expected, JSON);
        assertEquals(200, json.status(), json.text());
        assertEquals(expected, json.text());
        assertEquals(
                expected,
                post("/api/greet", "name=Ada+%E4%BA%91&times=2&tags=a&tags=b&loud=on&note=", FORM)
                        .text());
        var parts = new StringBuilder();
        for (var field : List.of("name=Ada 云", "times=2", "tags=a", "tags=b", "loud=on")) {
            var pair = field.split("=", -1);
            parts.append(
                    "--cut\r\nContent-Disposition: form-data; name=\"" + pair[0] + "\"\r\n\r\n" + pair[1] + "\r\n");
        }
        var multipart = post("/api/greet", parts + "--cut--\r\n", "Content-Type: multipart/form-data; boundary=cut");
        assertEquals(expected, multipart.text());
    }

    @Test
    void takesAFileOfAFormAsTheStream() throws IOException {
        var body = """
                --cut
                Content-Disposition: form-data; name="kind"

                booth
                --cut
                Content-Disposition: form-data; name="file"; filename="a.txt"

                12345
                --cut--
                """.replace("\n", "\r\n");
        assertEquals(
                "{\"bytes\":5}",
                post("/api/count", body, "Content-Type: multipart/form-data; boundary=cut")
                        .text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"times\":\"2\",\"loud\":true} | 422 | /times",
                "{\"name\":\"a\",\"times\":2}                 | 422 | /loud",
                "{\"name\":\"a\",\"times\":2,\"loud\":true,\"x\":1} | 422 | /x",
                "{\"times\":2,\"loud\":true}                  | 422 | /name",
                "{\"name\":                                   | 400 | ''",
                "[]                                           | 422 | ''",
            })
    void pointsAtWhatIsWrongInABody(String body, int status, String pointer) throws IOException {
        var answer = post("/api/greet", body, JSON);
        assertEquals(status, answer.status(), answer.text());
        var found = new Json().object(answer.text()).get("pointer");
        assertEquals(pointer, found == null ? "" : found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=a&times=many&loud=on     | /times",
                "name=a&times=2&loud=on&x=1    | /x",
                "times=2&loud=on               | /name",
                "name=a&name=b&times=2&loud=on | /name"
            })
    void pointsAtWhatIsWrongInAForm(String body, String pointer) throws IOException {
        var answer = post("/api/greet", body, FORM);
        assertEquals(422, answer.status(), answer.text());
        assertEquals(pointer, new Json().object(answer.text()).get("pointer"));
    }

    @Test
    void refusesBodiesPastTheLimitWithOrWithoutALength() throws IOException {
        var big = "x".repeat((1 << 20) + 1);
        var declared = post("/api/count", big);
        assertEquals(413, declared.status());
        assertEquals("request.too-large", new Json().object(declared.text()).get("code"));
        var chunked = post(
                "/api/count",
                Integer.toHexString(big.length()) + "\r\n" + big + "\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked");
        assertEquals(413, chunked.status());
        assertEquals(200, post("/api/count", "x".repeat(1 << 20)).status());
    }

    @Test
    void refusesMediaTypesItCannotBind() throws IOException {
        assertEquals(
                415, post("/api/greet", "<x/>", "Content-Type: application/xml").status());
    }

    @Test
    void namesTheMethodsOfAPath() throws IOException {
        var answer = post("/api/big", "{}", JSON);
        assertEquals(405, answer.status());
        assertEquals("GET, HEAD", answer.header("Allow"));
        var options = Raw11.send(house.port(), "OPTIONS", "/api/things/1", "");
        assertEquals(204, options.status());
        assertEquals("DELETE, GET, HEAD", options.header("Allow"));
        assertEquals(405, Raw11.send(house.port(), "TRACE", "/api/big", "").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/big", "/api/things/1", "/healthz", "/openapi.json", "/api", "/robots.txt", "/nowhere"})
    void answersHeadLikeGetWithoutABody(String path) throws IOException {
        var get = get(path);
        var head = Raw11.send(house.port(), "HEAD", path, "");
        assertEquals(get.status(), head.status());
        assertEquals(get.header("Content-Type"), head.header("Content-Type"));
        assertEquals(get.header("Content-Length"), head.header("Content-Length"));
        assertEquals(0, head.bodyBytes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sec-Fetch-Site: cross-site          | 403",
                "Sec-Fetch-Site: same-site           | 403",
                "Sec-Fetch-Site: same-origin         | 200",
                "Origin: https://evil.example        | 403",
                "Origin: null                        | 403",
                "Cookie: pav=x                       | 403",
                "X-Nothing: 1                        | 200"
            })
    void refusesChangesThatAnotherSiteAsksFor(String header, int status) throws IOException {
        assertEquals(status, post("/api/count", "1", header).status());
    }

    @ParameterizedTest
    @CsvSource({"evil.example,421", "localhost.evil.example,421", "127.0.0.1,200", "localhost:1,200", "[::1],200"})
    void answersOnlyToItsOwnNames(String host, int status) throws IOException {
        assertEquals(status, get("/healthz", "Host: " + host).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/%2e%2e/manifest.json",
                "/assets/..%2fmanifest.json",
                "/assets/%2e%2e%2f%2e%2e%2fpom.xml",
                "/assets/..;/manifest.json",
                "/assets//etc/passwd",
                "/assets/../../etc/passwd",
                "/assets/manifest.json",
                "/assets/%00.js",
                "/api/things/a%2fb",
                "/plugins/x/1/..%5c..%5cplugin.json"
            })
    void neverLeavesItsFolders(String path) throws IOException {
        var status = get(path).status();
        assertTrue(status == 400 || status == 404, path + " → " + status);
    }

    @Test
    void revalidatesByEntityTag() throws IOException {
        var first = get("/api/things/1");
        assertEquals("\"7\"", first.header("ETag"));
        var again = get("/api/things/1", "If-None-Match: \"7\"");
        assertEquals(304, again.status());
        assertEquals(0, again.bodyBytes());
        var page = get("/api", BROWSER);
        assertEquals("no-cache", page.header("Cache-Control"));
        assertEquals(
                304,
                get("/api", BROWSER, "If-None-Match: " + page.header("ETag")).status());
        assertFalse(page.header("Vary").contains("Cookie"));
        assertEquals("", page.header("Set-Cookie"));
    }

    @Test
    void compressesWhatIsWorthIt() throws IOException {
        var plain = get("/api/big");
        var packed = get("/api/big", "Accept-Encoding: gzip");
        assertEquals("gzip", packed.header("Content-Encoding"));
        assertEquals(String.valueOf(packed.bodyBytes()), packed.header("Content-Length"));
        assertTrue(packed.bodyBytes() < plain.bodyBytes() / 4);
        assertEquals("Accept-Encoding", packed.header("Vary"));
        assertEquals("", get("/api/big", "Accept-Encoding: gzip;q=0").header("Content-Encoding"));
    }

    @Test
    void checksTheRangeOfAQueryNumber() throws IOException {
        assertEquals(422, get("/api/things/1?limit=51").status());
        assertEquals(422, get("/api/things/1?limit=x").status());
        assertEquals(200, get("/api/things/1?limit=50").status());
        assertEquals(400, get("/api/things/1?limit=%zz").status());
    }

    @Test
    void asksGuestsToSignInAndTakesTheOperatorsLinkOnce() throws IOException {
        var guest = Raw11.send(house.port(), "DELETE", "/api/things/1", "");
        assertEquals(401, guest.status());
        var token = house.identity().setupLink().replaceAll(".*token=", "");
        var signedIn = post("/setup", "token=" + token, FORM, "Sec-Fetch-Site: same-origin");
        assertEquals(303, signedIn.status(), signedIn.text());
        assertEquals("/organiser", signedIn.header("Location"));
        var cookie = signedIn.header("Set-Cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        var session = "Cookie: pav=" + cookie.replaceAll(".*\\bpav=([^;]+);.*", "$1");
        var done = Raw11.send(house.port(), "DELETE", "/api/things/1", "", session, "Sec-Fetch-Site: same-origin");
        assertEquals(204, done.status(), done.text());
        assertTrue(get("/readyz?details", session).text().contains("\"store\""));
        assertEquals(401, get("/readyz?details").status());
        assertEquals(
                403,
                post("/setup", "token=" + token, FORM, "Sec-Fetch-Site: same-origin")
                        .status());
        assertEquals(
                303,
                post("/sign-out", "", session, "Sec-Fetch-Site: same-origin").status());
        assertEquals(
                401,
                Raw11.send(house.port(), "DELETE", "/api/things/1", "", session, "Sec-Fetch-Site: same-origin")
                        .status());
    }

    @Test
    void sendsAFormWithoutScriptBackToItsPage() throws IOException {
        var back = post(
                "/api/greet",
                "name=a&times=1&loud=on",
                FORM,
                BROWSER,
                "Sec-Fetch-Site: same-origin",
                "Referer: http://localhost:" + house.port() + "/en/somewhere?x=1");
        assertEquals(303, back.status(), back.text());
        assertEquals("/en/somewhere?x=1", back.header("Location"));
    }

    @Test
    void writesAValidApiDocument() throws IOException {
        var document = new Json().object(get("/openapi.json").text());
        assertEquals("3.1.0", document.get("openapi"));
        ApiDocuments.check(document);
        var page = get("/en/api", BROWSER);
        assertEquals(200, page.status());
        assertTrue(page.text().contains("POST /api/greet"), page.text());
    }

    @Test
    void measuresEveryRouteByItsTemplate() throws IOException {
        get("/api/things/measured");
        var metrics = get("/metrics").text();
        assertTrue(metrics.contains("route=\"/api/things/{id}\""), metrics);
        assertFalse(metrics.contains("measured"));
        assertEquals(404, get("/metrics", "X-Forwarded-For: 127.0.0.1").status());
    }

    @Test
    void takesReportsOfBrowsers() throws IOException {
        assertEquals(
                204,
                post("/api/csp", "{\"csp-report\":{}}", "Sec-Fetch-Site: same-origin")
                        .status());
        assertEquals(413, post("/api/client-errors", "x".repeat(20_000)).status());
    }

    @Test
    void servesTheVariantOfAnAssetThatTheBrowserWants() throws IOException {
        var path = "/assets/probe-12345678.txt";
        var plain = get(path);
        assertEquals(2000, plain.bodyBytes());
        assertEquals("public, max-age=31536000, immutable", plain.header("Cache-Control"));
        var brotli = get(path, "Accept-Encoding: br, gzip");
        assertEquals("br", brotli.header("Content-Encoding"));
        assertEquals("stands for brotli", brotli.text());
        assertEquals("gzip", get(path, "Accept-Encoding: br;q=0, gzip").header("Content-Encoding"));
        assertEquals(304, get(path, "If-None-Match: " + plain.header("ETag")).status());
        assertEquals(404, get(path + ".gz").status());
        var head = Raw11.send(house.port(), "HEAD", path, "");
        assertEquals("2000", head.header("Content-Length"));
        assertEquals(0, head.bodyBytes());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 206, 0123456789, bytes 0-9/2000",
        "bytes=-3, 206, 789, bytes 1997-1999/2000",
        "bytes=1995-9999, 206, 56789, bytes 1995-1999/2000",
        "bytes=5000-, 416, '', bytes */2000"
    })
    void servesRangesOfAnAsset(String range, int status, String body, String contentRange) throws IOException {
        var answer = get("/assets/probe-12345678.txt", "Range: " + range);
        assertEquals(status, answer.status());
        assertEquals(body, answer.text());
        assertEquals(contentRange, answer.header("Content-Range"));
    }

    @Test
    void drawsListsAndSheetsOfAllBoardsAlike() throws IOException {
        var list = get("/api/list", BROWSER).text();
        assertTrue(list.contains("href=\"/offer/o-1\""), list);
        assertTrue(list.contains("&lt;b&gt;Steel"), list);
        var sheet = get("/api/sheet", BROWSER).text();
        assertTrue(sheet.contains("约 1,000 人"), sheet);
        assertTrue(sheet.contains("href=\"/organisation/org-1\""), sheet);
    }
}
