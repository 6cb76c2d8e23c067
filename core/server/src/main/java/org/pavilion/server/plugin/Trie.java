package org.pavilion.server.plugin;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what stands at a path, segment by segment; a literal goes before a {@code {param}}. Frozen after start. */
final class Trie<T> {
    private final Node<T> root = new Node<>();

    /** The value at a path and the texts of its parameters. */
    record Found<T>(T value, Map<String, String> parameters) {}

    private static final class Node<T> {
        final Map<String, Node<T>> literals = new HashMap<>();

        @Nullable
        Node<T> parameter;

        @Nullable
        T value;

        List<String> names = List.of();
    }

    /** Returns false, and keeps the first, when something stands at an equal path already. */
    boolean add(String pattern, T value) {
        var node = root;
        var names = new java.util.ArrayList<String>();
        for (var segment : segments(pattern)) {
            if (segment.startsWith("{")) {
                names.add(segment.substring(1, segment.length() - 1));
                if (node.parameter == null) {
                    node.parameter = new Node<>();
                }
                node = node.parameter;
            } else {
                node = node.literals.computeIfAbsent(segment, s -> new Node<>());
            }
        }
        if (node.value != null) {
            return false;
        }
        node.value = value;
        node.names = List.copyOf(names);
        return true;
    }

    Optional<Found<T>> find(String path) {
        var segments = segments(path);
        return Optional.ofNullable(find(root, segments, 0, new String[segments.length], 0));
    }

    private static <T> @Nullable Found<T> find(Node<T> node, String[] path, int at, String[] texts, int count) {
        if (at == path.length) {
            return node.value == null ? null : new Found<>(node.value, named(node.names, texts));
        }
        var literal = node.literals.get(path[at]);
        if (literal != null) {
            var found = find(literal, path, at + 1, texts, count);
            if (found != null) {
                return found;
            }
        }
        if (node.parameter == null || path[at].isEmpty()) {
            return null;
        }
        texts[count] = path[at];
        return find(node.parameter, path, at + 1, texts, count + 1);
    }

    private static Map<String, String> named(List<String> names, String[] texts) {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < names.size(); i++) {
            all.put(names.get(i), texts[i]);
        }
        return all;
    }

    private static String[] segments(String path) {
        var trimmed = path.startsWith("/") ? path.substring(1) : path;
        return trimmed.isEmpty() ? new String[0] : trimmed.split("/", -1);
    }
}
