package org.pavilion.server.http;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Method;

/** Finds what answers a method and path: a trie of segments, literals before {@code {param}}. Filled once, then only read. */
final class Router<T> {
    /** What was found and the path's parameters by name. */
    record Match<T>(T target, Map<String, String> parameters) {}

    private record Entry<T>(T target, List<String> names) {}

    private static final class Node<T> {
        final Map<String, Node<T>> literals = new HashMap<>();

        @Nullable
        Node<T> any;

        final Map<Method, Entry<T>> here = new EnumMap<>(Method.class);
    }

    private final Node<T> root = new Node<>();

    void add(Method method, String template, T target) {
        var names = new java.util.ArrayList<String>();
        var at = root;
        for (var segment : segments(template)) {
            if (segment.startsWith("{")) {
                names.add(segment.substring(1, segment.length() - 1));
                var next = at.any == null ? new Node<T>() : at.any;
                at.any = next;
                at = next;
            } else {
                at = at.literals.computeIfAbsent(segment, s -> new Node<>());
            }
        }
        if (at.here.putIfAbsent(method, new Entry<>(target, List.copyOf(names))) != null) {
            throw new IllegalArgumentException(method + " " + template + " is declared twice");
        }
    }

    @Nullable
    Match<T> find(Method method, String path) {
        var segments = segments(path);
        var values = new String[segments.size()];
        return find(root, method, segments, 0, values, 0);
    }

    /** The methods the path answers; empty when it is unknown. */
    Set<Method> methods(String path) {
        var found = EnumSet.noneOf(Method.class);
        for (var method : Method.values()) {
            if (find(method, path) != null) {
                found.add(method);
            }
        }
        return found;
    }

    private @Nullable Match<T> find(
            Node<T> at, Method method, List<String> segments, int depth, String[] values, int taken) {
        if (depth == segments.size()) {
            var entry = at.here.get(method);
            return entry == null ? null : new Match<>(entry.target(), parameters(entry.names(), values));
        }
        var segment = segments.get(depth);
        var literal = at.literals.get(segment);
        var found = literal == null ? null : find(literal, method, segments, depth + 1, values, taken);
        if (found != null || at.any == null || segment.isEmpty()) {
            return found;
        }
        values[taken] = segment;
        return find(at.any, method, segments, depth + 1, values, taken + 1);
    }

    private static Map<String, String> parameters(List<String> names, String[] values) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), values[i]);
        }
        return map;
    }

    private static List<String> segments(String path) {
        return path.equals("/") ? List.of() : List.of(path.substring(1).split("/", -1));
    }
}
