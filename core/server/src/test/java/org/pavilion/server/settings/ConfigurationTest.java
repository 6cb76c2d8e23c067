package org.pavilion.server.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Problem;

class ConfigurationTest {
    @TempDir
    Path data;

    @Test
    void listensOnLoopbackPort7070WithSqliteWhenNothingIsSaid() {
        var settings = Configuration.read(Map.of(), Map.of(), data, false);

        assertEquals("127.0.0.1", settings.host());
        assertEquals(7070, settings.port());
        assertEquals(Optional.empty(), settings.store());
        assertEquals(data, settings.data());
        assertEquals(RateTable.DEFAULT, settings.limits());
    }

    @Test
    void prefersFlagsToTheEnvironmentAndTheEnvironmentToTheFile() throws Exception {
        Files.writeString(data.resolve("pavilion.properties"), "port=1\nhost=10.0.0.1\npublic-url=https://a.example\n");

        var settings = Configuration.read(
                Map.of("port", "3"), Map.of("PAVILION_PORT", "2", "PAVILION_HOST", "10.0.0.2"), data, false);

        assertEquals(3, settings.port());
        assertEquals("10.0.0.2", settings.host());
        assertEquals("https://a.example", settings.publicUrl().orElseThrow().toString());
    }

    @Test
    void readsListsAndLimits() {
        var settings = Configuration.read(
                Map.of(
                        "on-site-networks", "10.1.0.0/16, 2001:db8::/32",
                        "limits.search", "5/s burst 9",
                        "limits.sign-in", "3/15m"),
                Map.of(),
                data,
                true);

        assertEquals(List.of("10.1.0.0/16", "2001:db8::/32"), settings.onSiteNetworks());
        assertEquals(new Rate(5, Duration.ofSeconds(1), 9), settings.limits().of(Limit.SEARCH));
        assertEquals(new Rate(3, Duration.ofMinutes(15), 3), settings.limits().of(Limit.SIGN_IN));
        assertTrue(settings.demo());
    }

    @Test
    void refusesWhatMeansNothingAndNamesIt() throws Exception {
        refuses("port", Map.of("port", "eighty"));
        refuses("port", Map.of("port", "70000"));
        refuses("store", Map.of("store", "jdbc:mysql://x/y"));
        refuses("public-url", Map.of("public-url", "expo"));
        refuses("dev", Map.of("dev", "maybe"));
        refuses("limits.search", Map.of("limits.search", "fast"));

        Files.writeString(data.resolve("pavilion.properties"), "prot=80\n");
        refuses("prot", Map.of());
    }

    private void refuses(String name, Map<String, String> flags) {
        var problem = assertThrows(Problem.class, () -> Configuration.read(flags, Map.of(), data, false));
        assertTrue(problem.detail().contains("setting " + name + " "), problem.detail());
    }
}
