package org.pavilion.server.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrossSiteTest {
    private final CrossSite plain = new CrossSite(Optional.empty());
    private final CrossSite https = new CrossSite(Optional.of(URI.create("https://expo.example")));

    @Test
    void letsReadsThrough() {
        assertFalse(refused(plain, "GET", Map.of("Sec-Fetch-Site", "cross-site")));
        assertFalse(refused(plain, "HEAD", Map.of("Origin", "https://evil.example")));
    }

    @Test
    void believesFetchMetadataFirst() {
        assertFalse(refused(plain, "POST", Map.of("Sec-Fetch-Site", "same-origin")));
        for (var site : new String[] {"cross-site", "same-site", "none"}) {
            assertTrue(refused(
                    plain,
                    "POST",
                    Map.of("Sec-Fetch-Site", site, "Origin", "http://localhost:7070", "Host", "localhost:7070")));
        }
    }

    @Test
    void comparesTheOriginWhereThereIsNoFetchMetadata() {
        assertFalse(refused(plain, "POST", Map.of("Origin", "http://localhost:7070", "Host", "localhost:7070")));
        assertTrue(refused(plain, "POST", Map.of("Origin", "http://localhost:8080", "Host", "localhost:7070")));
        assertTrue(refused(plain, "DELETE", Map.of("Origin", "null", "Host", "localhost:7070")));
        assertFalse(refused(https, "POST", Map.of("Origin", "https://expo.example", "Host", "expo.example")));
        assertTrue(refused(https, "POST", Map.of("Origin", "http://expo.example", "Host", "expo.example")));
    }

    @Test
    void refusesACookieThatComesWithNeither() {
        assertTrue(refused(plain, "POST", Map.of("Cookie", "pav=x")));
        assertFalse(refused(plain, "POST", Map.of()));
    }

    private static boolean refused(CrossSite rule, String method, Map<String, String> headers) {
        return rule.refused(method, name -> Optional.ofNullable(headers.get(name)));
    }
}
