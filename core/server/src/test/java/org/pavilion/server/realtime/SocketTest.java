package org.pavilion.server.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Permission;
import org.pavilion.server.event.Await;
import org.pavilion.server.storage.Actors;

/** Who gets in, what they may say, and how rude ones leave. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SocketTest {
    private static final String PROTOCOL = "Sec-WebSocket-Protocol: pavilion.v1";

    record Say(String text, String key) {}

    record Said(String text, String by) {}

    private SocketHouse house;

    @BeforeAll
    void open(@TempDir Path data) throws Exception {
        house = new SocketHouse(data);
        house.realtime.command(
                "test.say",
                Say.class,
                Permission.PUBLIC,
                (peer, body) -> new Said(body.text(), Actors.current().toString()));
        house.realtime.command("test.manage", Say.class, new Permission("expo:manage"), (peer, body) -> body);
        house.realtime.command("test.break", Say.class, Permission.PUBLIC, (peer, body) -> {
            throw new IllegalStateException("secret inner detail");
        });
    }

    @AfterAll
    void close() throws Exception {
        house.close();
    }

    private int answer(String... headers) throws IOException {
        try (var wire = new Wire(house.port(), 0, headers)) {
            return wire.status();
        }
    }

    @Test
    void onlyPagesOfThisSiteThatSpeakTheProtocolComeIn() throws IOException {
        var own = "Origin: http://localhost:" + house.port();
        assertEquals(101, answer(PROTOCOL, own));
        assertEquals(101, answer(PROTOCOL, own, "Cookie: pav=x"));
        assertEquals(101, answer(PROTOCOL), "a program without cookies is no page of another site");
        assertEquals(403, answer(PROTOCOL, "Origin: https://evil.example"));
        assertEquals(403, answer(PROTOCOL, "Origin: null"));
        assertEquals(403, answer(PROTOCOL, own, "Sec-Fetch-Site: cross-site"));
        assertEquals(403, answer(PROTOCOL, "Cookie: pav=x"));
        assertEquals(400, answer(own));
        assertEquals(400, answer("Sec-WebSocket-Protocol: soap", own));
        assertEquals(401, answer(PROTOCOL, "Authorization: Bearer pav_wrong"));
    }

    @Test
    void whoDoesNotSayHelloIsShownTheDoor() throws IOException {
        try (var wire = new Wire(house.port(), 0, PROTOCOL)) {
            wire.listen();
            assertEquals(Wire.CLOSE + CloseCode.POLICY, wire.next());
        }
    }

    @Test
    void helloComesFirstAndInTheRightVersion() throws IOException {
        try (var wire = new Wire(house.port(), 0, PROTOCOL)) {
            wire.listen();
            wire.ask("subscribe", "{\"topic\":\"room:keynote\"}");
            assertTrue(wire.next().startsWith("[\"error\",1,{\"code\":\"protocol.hello\",\"status\":400,"));
            wire.ask("hello", "{\"protocol\":2}");
            assertTrue(wire.next().contains("protocol.version"));
            wire.ask("hello", "{\"protocol\":1}");
            assertTrue(wire.next().startsWith("[\"ok\",3,{\"session\":"));
        }
    }

    @Test
    void refusesWhatIsNotTextInUtf8OfEightKibibytes() throws IOException {
        try (var wire = Wire.open(house.port())) {
            wire.frame(Wire.BINARY, true, new byte[] {1});
            assertEquals(Wire.CLOSE + CloseCode.NOT_TEXT, wire.next());
        }
        try (var wire = Wire.open(house.port())) {
            wire.frame(Wire.TEXT, true, new byte[] {'[', (byte) 0xc3, '('});
            assertEquals(Wire.CLOSE + CloseCode.BAD_TEXT, wire.next());
        }
        try (var wire = Wire.open(house.port())) {
            wire.frame(Wire.TEXT, true, new byte[Inbound.LONGEST + 1]);
            assertEquals(Wire.CLOSE + CloseCode.TOO_LARGE, wire.next());
        }
        try (var wire = Wire.open(house.port())) {
            wire.frame(Wire.TEXT, false, new byte[Inbound.LONGEST - 1]);
            wire.frame(0, true, new byte[2]);
            assertEquals(Wire.CLOSE + CloseCode.TOO_LARGE, wire.next());
        }
    }

    @Test
    void putsFragmentsTogetherEvenInsideACharacter() throws IOException {
        try (var wire = Wire.open(house.port(), house.guest())) {
            var text = "[\"test.say\",9,{\"text\":\"展会\",\"key\":\"k\"}]".getBytes(UTF_8);
            int cut = new String(text, UTF_8).indexOf("展") + 1;
            wire.frame(Wire.TEXT, false, Arrays.copyOf(text, cut));
            wire.frame(0, true, Arrays.copyOfRange(text, cut, text.length));
            assertTrue(wire.next().startsWith("[\"ok\",9,{\"text\":\"展会\""));
        }
    }

    @Test
    void warnsThreeTimesOfBrokenFramesAndEndsAtTheFourth() throws IOException {
        try (var wire = Wire.open(house.port())) {
            for (var broken : new String[] {"{", "[1,2,3]", "[\"hello\",\"x\",{}]", "[\"no.such\",4,{}]"}) {
                wire.send(broken);
            }
            for (int i = 0; i < 4; i++) {
                assertTrue(wire.next().startsWith("[\"error\","));
            }
            assertEquals(Wire.CLOSE + CloseCode.POLICY, wire.next());
        }
    }

    @Test
    void aFloodIsSlowedDownAndThenEnds() throws IOException {
        try (var wire = Wire.open(house.port())) {
            for (int i = 0; i < 300; i++) {
                wire.ask("unsubscribe", "{\"topic\":\"room:keynote\"}");
            }
            assertTrue(wire.expect("[\"error\",").contains("\"code\":\"rate.limited\",\"status\":429"));
            wire.expect(Wire.CLOSE + CloseCode.POLICY);
        }
    }

    @Test
    void commandsAreReadStrictlyAndRunInTheCallersName() throws IOException {
        try (var wire = Wire.open(house.port(), house.guest())) {
            wire.ask("test.say", "{\"text\":\"你好\",\"key\":\"k1\"}");
            assertTrue(wire.next().startsWith("[\"ok\",2,{\"text\":\"你好\",\"by\":\"guest:"));
            wire.ask("test.say", "{\"text\":\"x\",\"key\":\"k2\",\"admin\":true}");
            var refused = wire.next();
            assertTrue(refused.startsWith("[\"error\",3,{\"code\":\"request.invalid\",\"status\":422,"), refused);
            assertTrue(refused.contains("\"pointer\":\"/admin\""), refused);
            wire.ask("test.say", "{\"text\":\"x\"}");
            assertTrue(wire.next().contains("\"pointer\":\"/key\""));
        }
    }

    @Test
    void commandsNeedTheRightAndAKnownBrowser() throws IOException {
        try (var wire = Wire.open(house.port())) {
            wire.ask("test.say", "{\"text\":\"x\",\"key\":\"k\"}");
            assertTrue(wire.next().contains("\"code\":\"socket.guest\",\"status\":409"));
        }
        try (var wire = Wire.open(house.port(), house.guest())) {
            wire.ask("test.manage", "{\"text\":\"x\",\"key\":\"k\"}");
            assertTrue(wire.next().contains("\"code\":\"access.sign-in\",\"status\":401"));
            wire.ask("no.such", "{}");
            assertTrue(wire.next().contains("\"code\":\"protocol.unknown-command\",\"status\":404"));
        }
    }

    @Test
    void aFaultOfOursTellsNothingAboutUs() throws IOException {
        try (var wire = Wire.open(house.port(), house.guest())) {
            wire.ask("test.break", "{\"text\":\"x\",\"key\":\"k\"}");
            var frame = wire.next();
            assertTrue(frame.contains("\"code\":\"server.fault\",\"status\":500"), frame);
            assertTrue(!frame.contains("secret"), frame);
        }
    }

    @Test
    void topicsAreRefusedLikePages() throws IOException {
        try (var wire = Wire.open(house.port())) {
            wire.ask("subscribe", "{\"topic\":\"room:secret\"}");
            assertTrue(wire.next().contains("\"code\":\"access.denied\",\"status\":403"));
            wire.ask("subscribe", "{\"topic\":\"nothing:here\"}");
            assertTrue(wire.next().contains("\"code\":\"protocol.unknown-topic\",\"status\":404"));
            wire.ask("subscribe", "{\"topic\":\"room:\\\"},{\"}");
            assertTrue(wire.next().contains("protocol.unknown-topic"));
        }
    }

    @Test
    void onePersonHoldsSixteenSocketsAndNoMore() throws Exception {
        var cookie = house.guest();
        var wires = new ArrayList<Wire>();
        for (int i = 0; i < Places.FOR_A_PERSON; i++) {
            wires.add(Wire.open(house.port(), cookie));
        }
        var own = "Origin: http://localhost:" + house.port();
        assertEquals(429, answer(PROTOCOL, cookie, own));
        assertEquals(101, answer(PROTOCOL, house.guest(), own), "another person is not concerned");
        wires.forEach(Wire::close);
        Await.until(() -> {
            try {
                return answer(PROTOCOL, cookie, own) == 101;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void aSocketEndsWithTheSessionItCameWith() throws IOException {
        var session = house.signIn();
        var cookie = "Cookie: " + house.identity.sessionCookie() + "=" + session.cookie();
        try (var wire = Wire.open(house.port(), cookie);
                var guest = Wire.open(house.port())) {
            wire.ask("test.manage", "{\"text\":\"x\",\"key\":\"k\"}");
            assertTrue(wire.next().startsWith("[\"ok\",2,"));
            house.identity.signOut(session.cookie());
            assertEquals(Wire.CLOSE + CloseCode.POLICY, wire.next());
            guest.subscribe("room:keynote", "");
        }
    }
}
