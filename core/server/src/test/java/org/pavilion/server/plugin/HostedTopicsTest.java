package org.pavilion.server.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pavilion.server.realtime.SocketPort;
import org.pavilion.server.realtime.Wire;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

/** What a plugin tells the open pages, and that it falls silent with the plugin. */
@Timeout(120)
@BothStores
final class HostedTopicsTest {
    private static final String WALL = """
            public record Signed(String text) {}
            public record Count(int n) {}

            public void start(PluginContext c) {
                var wall = c.topics().open("wall", Permission.PUBLIC);
                c.topics().open("desk", new Permission("plugin:install"));
                c.routes().add(Route.get("/sign").needs(Permission.PUBLIC).answers(200, String.class).handle(r -> {
                    wall.publish("signed", new Signed("VERSION"));
                    wall.state("count", new Count(wall.listeners()));
                    return Response.json("signed");
                }));
                c.routes().add(Route.get("/wrong").needs(Permission.PUBLIC).answers(200, String.class).handle(r -> {
                    try {
                        wall.publish("signed", new Signed("x".repeat(9000)));
                    } catch (Problem e) {
                        return Response.json(e.code());
                    }
                    return Response.json("sent");
                }));
            }
            """;
    private static final String TOPIC = "plugin:wall:wall";

    private House house;
    private SocketPort port;

    @BeforeEach
    void open(Store store) throws Exception {
        house = new House(store);
        port = new SocketPort(house.realtime);
    }

    @AfterEach
    void close() {
        port.close();
        house.close();
    }

    private static TestJar wall(String version) {
        return TestJar.of("wall").version(version).body(WALL.replace("VERSION", version));
    }

    @Test
    void openPagesHearItAndTheNextVersionAfterIt() throws IOException {
        house.install(wall("1.0.0"));
        try (var wire = Wire.open(port.number())) {
            wire.subscribe(TOPIC, "");
            assertEquals("signed", house.get("wall", "/sign"));
            assertEquals(
                    "[\"batch\",{\"topic\":\"plugin:wall:wall\",\"rev\":1,\"events\":[[\"wall.signed\",{\"text\":\"1.0.0\"}]]}]",
                    wire.expect("[\"batch\""));
            assertTrue(wire.expect("[\"state\"").contains("\"state\":{\"count\":{\"n\":1}}"));

            house.install(wall("1.1.0"));
            wire.expect("[\"closed\",{\"topic\":\"plugin:wall:wall\"");
            wire.subscribe(TOPIC, "");
            house.get("wall", "/sign");
            assertTrue(wire.expect("[\"batch\"").contains("1.1.0"));

            house.host.stop("wall");
            wire.expect("[\"closed\"");
            wire.ask("subscribe", "{\"topic\":\"plugin:wall:wall\"}");
            wire.expect("[\"error\",4,{\"code\":\"protocol.unknown-topic\"");
        }
    }

    @Test
    void rightsAndSizesAreKept() throws IOException {
        house.install(wall("1.0.0"));
        assertEquals("request.too-large", house.get("wall", "/wrong"));
        try (var wire = Wire.open(port.number())) {
            wire.ask("subscribe", "{\"topic\":\"plugin:wall:desk\"}");
            assertTrue(wire.expect("[\"error\",2").contains("\"code\":\"access.sign-in\""));
        }
    }
}
