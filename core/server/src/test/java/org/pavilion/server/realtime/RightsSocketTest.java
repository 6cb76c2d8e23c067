package org.pavilion.server.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.Sanction;

/** What changes somebody's rights is felt on the sockets they have open. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RightsSocketTest {
    private static final Caller OPERATOR =
            new Caller(new Ref("operator", "operator"), Caller.Kind.OPERATOR, Set.of("pub"));
    private static final String RESTART = "close " + CloseCode.RIGHTS_CHANGED;

    record Say(String text) {}

    private SocketHouse house;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        house = new SocketHouse(data);
        house.realtime.command("test.talk", Say.class, new Permission("live:chat.send"), (peer, say) -> say);
        house.realtime.command(
                "test.lead",
                Say.class,
                new Permission("live:chat.moderate"),
                say -> new Ref("hall", say.text()),
                (peer, say) -> say);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void aTimeOutTakesTheVoiceOfAnOpenSocketAndLeavesItsEars() throws IOException {
        var cookie = house.guest();
        try (var wire = Wire.open(house.port(), cookie)) {
            assertTrue(talk(wire).startsWith("[\"ok\""));
            impose(cookie, Sanction.Kind.TIMEOUT);
            assertEquals(RESTART, closed(wire));
        }
        try (var again = Wire.open(house.port(), cookie)) {
            assertTrue(talk(again).contains("access.sanctioned"));
            again.subscribe(SocketHouse.ROOM, "");
        }
    }

    @Test
    void aBanEndsTheSocketAndShutsTheDoor() throws IOException {
        var cookie = house.guest();
        try (var wire = Wire.open(house.port(), cookie);
                var neighbour = Wire.open(house.port(), house.guest())) {
            impose(cookie, Sanction.Kind.BAN);
            assertEquals(RESTART, closed(wire));
            assertTrue(talk(neighbour).startsWith("[\"ok\""), "nobody else notices");
        }
        try (var refused = new Wire(
                house.port(),
                0,
                cookie,
                "Sec-WebSocket-Protocol: pavilion.v1",
                "Origin: http://localhost:" + house.port())) {
            assertEquals(403, refused.status());
        }
    }

    @Test
    void aTokenLeadsWhereItsIssuerMayAndEndsWhenItIsRevoked() throws IOException {
        var issuer = new Ref("account", "lead");
        var hall = Scope.EXPO.in("hall", "h1");
        house.identity.rights().grant(issuer, "moderator", hall, Optional.empty(), OPERATOR.ref());
        var person = new Caller(issuer, Caller.Kind.PERSON, Set.of("pub"));
        var right = Set.of(new Permission("live:chat.moderate"));
        var issued = house.identity.tokens().issue(person, "desk", right, hall, Duration.ofHours(1));
        try (var wire = Wire.open(house.port(), "Authorization: Bearer " + issued.secret())) {
            assertTrue(lead(wire, "h1").startsWith("[\"ok\""));
            assertTrue(lead(wire, "h2").contains("access.denied"));
            house.identity.tokens().revoke(issuer, issued.token().id());
            assertEquals(RESTART, closed(wire));
        }
    }

    private static String talk(Wire wire) {
        wire.ask("test.talk", "{\"text\":\"hello\"}");
        return wire.next();
    }

    private static String lead(Wire wire, String hall) {
        wire.ask("test.lead", "{\"text\":\"" + hall + "\"}");
        return wire.next();
    }

    private static String closed(Wire wire) {
        for (var frame = wire.next(); ; frame = wire.next()) {
            if (frame.startsWith(Wire.CLOSE)) {
                return frame;
            }
        }
    }

    private void impose(String cookie, Sanction.Kind kind) {
        var value = cookie.substring(cookie.indexOf('=') + 1);
        var who = house.identity.caller(
                new Credentials(Optional.empty(), Optional.empty(), "127.0.0.1", Optional.of(value)));
        house.identity.sanctions().apply(OPERATOR, who.ref(), kind, Scope.EXPO, "shouting", Duration.ofHours(1));
    }
}
