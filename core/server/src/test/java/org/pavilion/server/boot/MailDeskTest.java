package org.pavilion.server.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Language;
import org.pavilion.server.identity.Letter;
import org.pavilion.server.settings.MailSettings;
import org.pavilion.server.settings.ServerSettings;

/** Mail that failed, and the page from which organisers look after it. */
final class MailDeskTest {
    @TempDir
    Path data;

    @Test
    void whatFailedIsSeenTriedAgainAndThrownAwayByOrganisersAlone() throws Exception {
        var unreachable = new MailSettings("127.0.0.1", 1, "", "", "expo@example.org", MailSettings.Tls.NONE);
        try (var server = Server.start(ServerSettings.local(data).withMail(unreachable));
                var client = HttpClient.newHttpClient()) {
            for (var to : List.of("anna@example.org", "bert@example.org")) {
                server.notices()
                        .send(new Letter(
                                to,
                                Language.EN,
                                Letter.Kind.RESET,
                                "/reset?token=t",
                                Instant.now().minusSeconds(1)));
            }
            awaitDead(server, 2);
            var page = get(client, server, "/en/organiser/mail?state=dead&q=anna");
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("anna@example.org"), page.body());
            assertTrue(page.body().contains("its link ended before it could be sent"), page.body());
            assertFalse(page.body().contains("bert@example.org"), page.body());
            var stranger = client.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/organiser/mail"))
                            .build(),
                    BodyHandlers.ofString());
            assertTrue(stranger.statusCode() >= 400, stranger.body());

            var anna = server.notices()
                    .mail("dead", "anna", "", 1)
                    .rows()
                    .getFirst()
                    .id();
            assertEquals("/en/organiser/mail?done=drop&n=1", post(client, server, "act=drop&pick=" + anna));
            assertEquals("/en/organiser/mail?done=retry&n=1", post(client, server, "act=retry-all"));
            awaitDead(server, 1);
            assertEquals("/en/organiser/mail?done=drop&n=1", post(client, server, "act=drop-all"));
            assertEquals("/en/organiser/mail?done=none&n=0", post(client, server, "act=retry&pick=" + anna));
            assertEquals(0, server.notices().dead());
        }
    }

    private static HttpResponse<String> get(HttpClient client, Server server, String path) throws Exception {
        return client.send(request(server, path).GET().build(), BodyHandlers.ofString());
    }

    /** Where the answer leads. */
    private static String post(HttpClient client, Server server, String form) throws Exception {
        var answer = client.send(
                request(server, "/en/organiser/mail")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElseGet(() -> answer.statusCode() + " " + answer.body());
    }

    private static HttpRequest.Builder request(Server server, String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Accept", "text/html")
                .header("Authorization", "Bearer " + server.operatorToken());
    }

    private static void awaitDead(Server server, int count) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (server.notices().dead() != count) {
            assertTrue(System.nanoTime() < deadline, "the mail was not settled");
            LockSupport.parkNanos(10_000_000);
        }
    }
}
