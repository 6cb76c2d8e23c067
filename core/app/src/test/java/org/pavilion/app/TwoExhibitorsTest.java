package org.pavilion.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Notice;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Route.Where;
import org.pavilion.api.Scope;
import org.pavilion.api.Text;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.RosterLine;
import org.pavilion.server.identity.Sanction;
import org.pavilion.server.identity.Visit;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.live.view.RoomView;

/**
 * Two exhibitors, each the owner of one booth. With the real ids of the other's things in the path,
 * the query and the body, one of them finds every guarded door shut, reads nothing and changes nothing.
 */
@ExtendWith(House.Shared.class)
final class TwoExhibitorsTest {
    private static final String PASSWORD = "Kranich über Wasser";
    private static final String CANARY = "bensonlycanary";
    private static final Ref OPERATOR = new Ref("operator", "operator");
    private static final Permission EDIT = new Permission("exhibition:edit");
    private static final Permission MODERATE = new Permission("live:chat.moderate");
    private static final Set<Integer> SHUT = Set.of(403, 404);
    private static final Pattern RETRY = Pattern.compile("\"retryAfterMs\":(\\d+)");
    private static final int PATIENCE = 20;

    /** Somebody with an account, a browser that is signed in, and a booth. */
    private record Exhibitor(Caller caller, String cookie, String booth) {
        Ref ref() {
            return caller.ref();
        }

        Scope scope() {
            return Scope.EXPO.in("booth", booth);
        }

        Ref room() {
            return new Ref("booth", booth);
        }
    }

    /** What there is of Ben's, by the name that a path gives it. */
    private record Belongings(
            Exhibitor ben,
            Ref guest,
            String token,
            String message,
            String sanction,
            String appealed,
            String table,
            String grant,
            String wish,
            List<String> ids) {}

    @Test
    void noDoorOpensToAnotherExhibitorsIds(House house) throws Exception {
        var identity = house.server().identity();
        var booths = booths(house);
        var ada = exhibitor(house, "ada-tenant@example.org", booths.get(0));
        var ben = exhibitor(house, "ben-tenant@example.org", booths.get(1));
        var his = belongings(house, ben);
        assertTrue(identity.can(ada.caller(), EDIT, identity.scope(ada.room())), "each runs the booth of their own");
        assertFalse(identity.can(ada.caller(), EDIT, identity.scope(ben.room())));
        var before = state(house, his);

        var tried = sweep(house, ada, his);
        assertTrue(tried > 300, () -> "only " + tried + " doors were tried");
        byHand(house, ada, his);
        overTheSocket(house, ada, his);

        assertEquals(before, state(house, his), "nothing of Ben's has changed");
        var own = knock(house, ada, "POST", "/api/tokens", token(ada.booth()));
        assertEquals(201, own.statusCode(), () -> "what is hers works: " + own.body());
        identity.tokens().revokeAll(ada.ref());
    }

    /** Every guarded door whose path names something, with all that is Ben's in its place and in the query. */
    private static int sweep(House house, Exhibitor ada, Belongings his) {
        var identity = house.server().identity();
        var attendee = new Caller(new Ref("account", "nobody-in-particular"), Caller.Kind.PERSON, Set.of("pub"));
        int tried = 0;
        for (var guard : house.server().guards()) {
            var at = guard.at().split(" ", -1);
            boolean shown = at[0].equals("GET") || at[0].equals("HEAD");
            if (at[0].equals("command") || guard.needs().equals(Permission.PUBLIC)) {
                continue;
            }
            boolean shut =
                    !(guard.where() instanceof Where.Somewhere) && !identity.can(attendee, guard.needs(), Scope.EXPO);
            if (!at[1].contains("{") && !shown && !shut) {
                continue; // one's own affairs, which name nobody else's
            }
            for (var path : paths(at[1], his)) {
                var answer = knock(house, ada, at[0], path + query(path, his), "{}");
                tried++;
                assertFalse(answer.body().contains(CANARY), () -> guard.at() + " shows what is Ben's at " + path);
                if (shut) {
                    assertTrue(
                            SHUT.contains(answer.statusCode()),
                            () -> guard.at() + " at " + path + " answered " + answer.statusCode());
                } else if (guard.where() instanceof Where.Somewhere && at[1].contains("{")) {
                    assertTrue(
                            answer.statusCode() >= 400 && answer.statusCode() < 500,
                            () -> guard.at() + " at " + path + " answered " + answer.statusCode());
                }
            }
        }
        return tried;
    }

    private static List<String> paths(String template, Belongings his) {
        if (!template.contains("{")) {
            return List.of(template);
        }
        var filled = template.replace("{room}", his.ben().room().toString())
                .replace("{grant}", his.grant())
                .replace("{ref}", his.ben().room().toString())
                .replace("{kind}", "role");
        if (!filled.contains("{id}")) {
            return List.of(filled.replaceAll("\\{[^}]+}", his.ben().ref().id()));
        }
        return his.ids().stream()
                .map(id -> filled.replace("{id}", id).replaceAll("\\{[^}]+}", his.grant()))
                .toList();
    }

    private static String query(String path, Belongings his) {
        return (path.contains("?") ? "&" : "?") + "subject=" + his.ben().ref() + "&account="
                + his.ben().ref().id() + "&booth=" + his.ben().booth() + "&room="
                + his.ben().room() + "&id="
                + his.token();
    }

    /** Doors that Ada may pass for her own booth, each with a body that is whole but for whose it is. */
    private static void byHand(House house, Exhibitor ada, Belongings his) {
        var there = his.ben().scope().path();
        var room = "/api/live/rooms/" + his.ben().room();
        shut(house, ada, "PATCH", "/api/plugins/exhibition/booths/" + his.ben().booth(), "{\"tags\":[\"mine\"]}");
        shut(house, ada, "POST", "/api/tokens", token(his.ben().booth()));
        shut(
                house,
                ada,
                "POST",
                "/api/tokens",
                token(his.ben().booth()).replace("\"booth/" + his.ben().booth() + "\"", "\"\""));
        shut(house, ada, "DELETE", "/api/tokens/" + his.token(), "");
        shut(
                house,
                ada,
                "POST",
                "/organiser/tokens",
                "name=mine&permissions=" + MODERATE.name() + "&scope=" + there + "&days=1");
        shut(house, ada, "POST", "/organiser/tokens/" + his.token() + "/revoke", "");
        shut(house, ada, "POST", "/api/moderation/sanctions", imposed(his, there));
        shut(house, ada, "POST", "/api/moderation/sanctions", imposed(his, ""));
        shut(house, ada, "DELETE", "/api/moderation/sanctions/" + his.sanction(), "");
        shut(
                house,
                ada,
                "POST",
                "/moderation",
                "subject=" + his.guest() + "&kind=ban&scope=" + there + "&minutes=10&reason=because");
        shut(house, ada, "POST", "/moderation/" + his.sanction() + "/lift", "");
        shut(house, ada, "POST", "/moderation/" + his.appealed() + "/decide", "verdict=lift&decision=friend");
        shut(
                house,
                ada,
                "POST",
                "/api/moderation/appeals/" + his.appealed(),
                "{\"lift\":true,\"decision\":\"friend\"}");
        shut(house, ada, "POST", "/api/moderation/mine/" + his.sanction() + "/appeal", "{\"text\":\"not mine\"}");
        shut(house, ada, "POST", "/standing/" + his.sanction() + "/appeal", "text=not+mine");
        shut(house, ada, "PUT", room + "/modes", "{\"slowSeconds\":60}");
        shut(house, ada, "PUT", room + "/phase", "{\"event\":\"close\"}");
        shut(house, ada, "PUT", room + "/messages/" + his.message(), "{\"text\":\"mine now\"}");
        shut(house, ada, "DELETE", room + "/messages/" + his.message(), "");
        shut(
                house,
                ada,
                "POST",
                room + "/messages/" + his.message() + "/sanction",
                "{\"kind\":\"ban\",\"reason\":\"because\",\"minutes\":10}");
        shut(
                house,
                ada,
                "POST",
                "/organiser/people/" + his.ben().ref().id() + "/grants",
                "role=booth-owner&scope=" + there + "&until=");
        shut(house, ada, "POST", "/organiser/people/import/" + his.table(), "columns.0=EMAIL&skip=true");
        shut(house, ada, "POST", "/organiser/approvals", "pick=role/" + his.wish() + "&verdict=accept&sure=true");
    }

    private static String token(String booth) {
        return "{\"name\":\"t\",\"permissions\":[\"" + MODERATE.name() + "\"],\"scope\":\"booth/" + booth
                + "\",\"days\":1}";
    }

    private static String imposed(Belongings his, String scope) {
        return "{\"subject\":\"" + his.guest() + "\",\"kind\":\"timeout\",\"scope\":\"" + scope
                + "\",\"reason\":\"because\",\"minutes\":10}";
    }

    private static void shut(House house, Exhibitor ada, String method, String path, String body) {
        var answer = knock(house, ada, method, path, body);
        assertTrue(
                SHUT.contains(answer.statusCode()),
                () -> method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
        assertFalse(answer.body().contains(CANARY), path);
    }

    /** The same over the socket: every command that needs a right, and topics of others. */
    private static void overTheSocket(House house, Exhibitor ada, Belongings his) throws Exception {
        var ear = new Ear();
        var socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Origin", house.base())
                .header("Cookie", house.server().identity().sessionCookie() + "=" + ada.cookie())
                .subprotocols("pavilion.v1")
                .buildAsync(URI.create(house.base().replaceFirst("http", "ws") + "/ws"), ear)
                .get(30, TimeUnit.SECONDS);
        try {
            assertTrue(ear.answer(socket, 1, "hello", "{\"protocol\":1}").startsWith("[\"ok\""));
            int asked = 1;
            var refusals = new ArrayList<String>();
            refusals.add(ear.answer(
                    socket,
                    ++asked,
                    "subscribe",
                    "{\"topic\":\"inbox:" + his.ben().ref().id() + "\"}"));
            var room = "\"room\":\"" + his.ben().room() + "\"";
            var whole = Map.of(
                    "room.modes", "{" + room + ",\"slowSeconds\":60}",
                    "room.phase", "{" + room + ",\"event\":\"close\"}",
                    "chat.edit", "{" + room + ",\"id\":\"" + his.message() + "\",\"text\":\"mine now\"}",
                    "chat.delete", "{" + room + ",\"id\":\"" + his.message() + "\"}");
            for (var guard : house.server().guards()) {
                var name = guard.at().replace("command ", "");
                if (whole.containsKey(name)) {
                    refusals.add(ear.answer(socket, ++asked, name, whole.get(name)));
                }
            }
            assertEquals(1 + whole.size(), refusals.size(), "every command that there is was tried");
            for (var refusal : refusals) {
                assertTrue(
                        refusal.startsWith("[\"error\"")
                                && (refusal.contains("\"status\":403") || refusal.contains("\"status\":404")),
                        refusal);
            }
        } finally {
            socket.abort();
        }
    }

    /** Frames as they come; an answer is the one with the number of its question. */
    private static final class Ear implements WebSocket.Listener {
        private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public synchronized CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                frames.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(part);
        }

        /** What is refused for its haste alone says nothing of rights: it is asked again. */
        String answer(WebSocket socket, int number, String name, String body) throws Exception {
            var answer = ask(socket, number, name, body);
            for (int i = 0; i < PATIENCE && inHaste(answer); i++) {
                rest(answer);
                answer = ask(socket, number, name, body);
            }
            return answer;
        }

        private String ask(WebSocket socket, int number, String name, String body) throws Exception {
            socket.sendText("[\"" + name + "\"," + number + "," + body + "]", true)
                    .get(30, TimeUnit.SECONDS);
            while (true) {
                var frame = frames.poll(30, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new AssertionError("no answer to " + name);
                }
                if (frame.matches("(?s)\\[\"(ok|error)\"," + number + ",.*")) {
                    return frame;
                }
            }
        }
    }

    private static boolean inHaste(String answer) {
        return answer.contains("\"code\":\"rate.limited\"");
    }

    /** Waits as long as the refusal asks for. */
    private static void rest(String refusal) {
        var asked = RETRY.matcher(refusal);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(asked.find() ? Long.parseLong(asked.group(1)) + 1 : 500));
    }

    private static Belongings belongings(House house, Exhibitor ben) {
        var server = house.server();
        var identity = server.identity();
        var token = identity.tokens()
                .issue(ben.caller(), CANARY + " token", Set.of(MODERATE), ben.scope(), Duration.ofHours(1))
                .token()
                .id();
        var message = server.rooms()
                .post(ben.caller(), ben.room(), ChatDraft.of("Welcome to our booth"))
                .id();
        var guest = identity.caller(new Credentials(
                        Optional.empty(), Optional.empty(), "127.0.0.1", Optional.of(identity.newGuest())))
                .ref();
        var sanction = identity.sanctions()
                .apply(ben.caller(), guest, Sanction.Kind.TIMEOUT, ben.scope(), CANARY + " reason", Duration.ofHours(1))
                .id();
        var operator = new Caller(OPERATOR, Caller.Kind.OPERATOR, Set.of("pub"));
        var appealed = identity.sanctions()
                .apply(operator, ben.ref(), Sanction.Kind.WARNING, Scope.EXPO, CANARY + " warned", Duration.ofHours(1))
                .id();
        identity.sanctions().appeal(ben.ref(), appealed, CANARY + " appeal");
        var wish = identity.rights()
                .request(ben.ref(), "speaker", Scope.EXPO, CANARY + " wish")
                .id();
        var grant = identity.rights().of(ben.ref()).getFirst().id();
        server.personal().star(ben.ref(), List.of(ben.room()));
        server.personal().note(ben.ref(), ben.room(), CANARY + " note");
        var consent = server.personal().agree(ben.ref(), "lead", "1", CANARY, List.of("email"), null);
        server.notices().send(ben.ref(), new Notice("test.told", Text.same(CANARY + " told"), ben.room()));
        var item = server.notices().inbox(ben.ref(), "", 5).getFirst().id();
        var session = identity.accounts()
                .sessions(ben.ref(), Optional.empty())
                .getFirst()
                .id();
        var roster = identity.rosters()
                .run(
                        identity.rosters()
                                .preview(
                                        List.of(new RosterLine(2, CANARY + "@example.org", CANARY, "", "", "")),
                                        Language.EN,
                                        OPERATOR),
                        OPERATOR)
                .id();
        var table = table(house);
        return new Belongings(
                ben,
                guest,
                token,
                message,
                sanction,
                appealed,
                table,
                grant,
                wish,
                List.of(
                        ben.booth(),
                        ben.ref().id(),
                        token,
                        message,
                        sanction,
                        appealed,
                        wish,
                        grant,
                        consent,
                        item,
                        session,
                        roster,
                        table));
    }

    /** A table that the organiser uploaded and did not run yet. */
    private static String table(House house) {
        var body = new ByteArrayOutputStream();
        var head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n\r\n";
        var rows = "email,name\n%1$s@waits.example,%1$s\n".formatted(CANARY);
        body.writeBytes((head + rows + "\r\n--edge--\r\n").getBytes(StandardCharsets.UTF_8));
        var kept = house.asOperator(
                "POST", "/organiser/people/import", "multipart/form-data; boundary=edge", body.toByteArray());
        var path = kept.headers().firstValue("Location").orElseThrow();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** All that a stranger could have changed. */
    private static Map<String, String> state(House house, Belongings his) {
        var identity = house.server().identity();
        var ben = his.ben();
        return Map.of(
                "kept", String.valueOf(identity.exportOf(ben.ref())),
                "rights", String.valueOf(identity.rights().of(ben.ref())),
                "wishes", String.valueOf(identity.rights().wishes(ben.ref())),
                "sanction", String.valueOf(identity.sanctions().of(his.guest())),
                "token", String.valueOf(identity.tokens().of(ben.ref())),
                "booth",
                        house.get("/api/plugins/exhibition/booths/" + ben.booth())
                                .body(),
                "said", house.get("/api/live/rooms/" + ben.room() + "/messages").body(),
                "modes", String.valueOf(room(house, ben).modes()),
                "phase", String.valueOf(room(house, ben).phase()),
                "table",
                        house.asOperator("/organiser/people/import/" + his.table())
                                        .statusCode() + "");
    }

    private static RoomView room(House house, Exhibitor ben) {
        return house.server()
                .rooms()
                .room(ben.room(), ben.caller(), Language.EN)
                .orElseThrow();
    }

    private static Exhibitor exhibitor(House house, String email, String booth) {
        var identity = house.server().identity();
        var account = identity.accounts().create(email, email.substring(0, 3), Language.EN);
        identity.entrance().choosePassword(account.ref(), PASSWORD);
        identity.rights()
                .grant(account.ref(), "booth-owner", Scope.EXPO.in("booth", booth), Optional.empty(), OPERATOR);
        var cookie = identity.entrance()
                .signIn(email, PASSWORD, new Visit(Credentials.none("127.0.0.1"), ""))
                .cookie();
        var caller =
                identity.caller(new Credentials(Optional.of(cookie), Optional.empty(), "127.0.0.1", Optional.empty()));
        return new Exhibitor(caller, cookie, booth);
    }

    private static List<String> booths(House house) {
        var ids = new ArrayList<String>();
        var found = Pattern.compile("\"id\":\"([^\"]+)\"")
                .matcher(house.get("/api/plugins/exhibition/booths").body());
        while (found.find()) {
            var id = found.group(1);
            if (house.get("/api/plugins/exhibition/booths/" + id).statusCode() == 200
                    && house.get("/api/live/rooms/booth:" + id).statusCode() == 200) {
                ids.add(id);
            }
            if (ids.size() == 2) {
                return ids;
            }
        }
        throw new AssertionError("the demo has booths, and not " + ids);
    }

    private static HttpResponse<String> knock(House house, Exhibitor who, String method, String path, String body) {
        boolean json = path.startsWith("/api/");
        var request = house.request(path)
                .header("Cookie", house.server().identity().sessionCookie() + "=" + who.cookie())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Accept", json ? "application/json" : "text/html,application/xhtml+xml")
                .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                .method(
                        method,
                        method.equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(json || !body.equals("{}") ? body : ""));
        var answer = house.send(request);
        for (int i = 0; i < PATIENCE && answer.statusCode() == 429; i++) {
            rest(answer.body());
            answer = house.send(request);
        }
        return answer;
    }
}
