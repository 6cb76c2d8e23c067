package org.pavilion.server.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;

final class VersionRangeTest {
    @Test
    void includesWhatLiesBetweenItsBounds() {
        var range = VersionRange.of(">=1.2.0 & <2.0.0");
        assertTrue(range.includes(VersionNumber.of("1.2.0")));
        assertTrue(range.includes(VersionNumber.of("1.10.0")));
        assertFalse(range.includes(VersionNumber.of("1.2.0-rc1")));
        assertFalse(range.includes(VersionNumber.of("2.0.0")));
    }

    @Test
    void refusesABareVersion() {
        assertThrows(Problem.class, () -> VersionRange.of("1.2.3"));
        assertThrows(Problem.class, () -> VersionRange.of(""));
        assertThrows(Problem.class, () -> VersionRange.of(">=1.2"));
        assertThrows(Problem.class, () -> VersionRange.of(">=1.2.0 &"));
    }

    @Test
    void theHostVersionIsThatOfThePom() throws Exception {
        var pom = Files.readString(Path.of("pom.xml"));
        var version = Pattern.compile("<version>([^<]+)</version>").matcher(pom);
        assertTrue(version.find());
        assertEquals(version.group(1), HostVersion.CURRENT.toString());
    }
}
