package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Method;

final class RouterTest {
    private final Router<String> router = new Router<>();

    @Test
    void prefersALiteralAndFallsBackToTheParameter() {
        router.add(Method.GET, "/booth/map", "map");
        router.add(Method.GET, "/booth/{id}/items/{item}", "item");
        router.add(Method.GET, "/booth/{id}", "booth");
        assertEquals("map", found("/booth/map"));
        assertEquals("booth", found("/booth/b-1"));
        assertEquals("item", found("/booth/map/items/3"));
        var match = router.find(Method.GET, "/booth/b-1/items/3");
        assertNotNull(match);
        assertEquals(Map.of("id", "b-1", "item", "3"), match.parameters());
    }

    @Test
    void knowsNothingOfEmptySegmentsAndLongerPaths() {
        router.add(Method.GET, "/", "home");
        router.add(Method.GET, "/booth/{id}", "booth");
        assertEquals("home", found("/"));
        assertNull(router.find(Method.GET, "/booth/"));
        assertNull(router.find(Method.GET, "/booth/b/x"));
        assertNull(router.find(Method.POST, "/booth/b"));
        assertEquals(Set.of(Method.GET), router.methods("/booth/b"));
    }

    @Test
    void refusesTheSameRouteTwice() {
        router.add(Method.GET, "/a/{id}", "first");
        assertThrows(IllegalArgumentException.class, () -> router.add(Method.GET, "/a/{other}", "second"));
    }

    private String found(String path) {
        var match = router.find(Method.GET, path);
        assertNotNull(match);
        return match.target();
    }
}
