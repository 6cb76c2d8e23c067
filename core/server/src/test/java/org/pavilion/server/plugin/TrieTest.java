package org.pavilion.server.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrieTest {
    private final Trie<String> trie = new Trie<>();

    private String at(String path) {
        return trie.find(path).map(found -> found.value() + found.parameters()).orElse("nothing");
    }

    @Test
    void prefersALiteralAndComesBackFromADeadEnd() {
        trie.add("/halls/{id}", "hall");
        trie.add("/halls/new", "form");
        trie.add("/halls/{id}/plan", "plan");
        trie.add("/{kind}/new/steps", "steps");
        assertEquals("form{}", at("/halls/new"));
        assertEquals("hall{id=h1}", at("/halls/h1"));
        assertEquals("plan{id=new}", at("/halls/new/plan"));
        assertEquals("steps{kind=halls}", at("/halls/new/steps"));
        assertEquals("nothing", at("/halls"));
        assertEquals("nothing", at("/halls/"));
        assertEquals("nothing", at("/halls/h1/plan/more"));
    }

    @Test
    void refusesTheSamePathTwiceWhateverItsParametersAreCalled() {
        assertTrue(trie.add("/a/{x}", "one"));
        assertFalse(trie.add("/a/{y}", "two"));
        assertEquals(Map.of("x", "1"), trie.find("/a/1").orElseThrow().parameters());
    }

    @Test
    void findsTheRoot() {
        trie.add("/", "root");
        assertEquals("root{}", at("/"));
        assertEquals("root{}", at(""));
    }
}
