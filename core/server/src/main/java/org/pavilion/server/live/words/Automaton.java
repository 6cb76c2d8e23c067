package org.pavilion.server.live.words;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Many patterns in one pass: Aho and Corasick's automaton whose transitions lie in a double array
 * (Aoe 1989): a state's transition on {@code c} is {@code base[state] + c}, valid where {@code check}
 * names the state. Time is linear in the text, whatever the number of patterns.
 */
final class Automaton {
    private static final int ROOT = 1;
    private static final int FREE = 0;

    private final int[] codes;
    private int[] base;
    private int[] check;
    private final int[] fail;
    private final int[][] ends;

    /** Told of each occurrence: the index of the pattern, and the place after its last character. */
    interface Occurrence {
        void at(int pattern, int end);
    }

    /** @param patterns none of them empty; equal ones are told alike */
    Automaton(List<String> patterns) {
        codes = codes(patterns);
        base = new int[64];
        check = new int[64];
        check[ROOT] = ROOT;
        var nodes = new HashMap<Node, Integer>();
        var root = tree(patterns);
        place(root, nodes);
        fail = new int[base.length];
        ends = new int[base.length][];
        link(root, nodes);
    }

    /** A node of the tree that the arrays are laid out from. */
    private static final class Node {
        final TreeMap<Integer, Node> children = new TreeMap<>();
        final List<Integer> patterns = new ArrayList<>(1);
    }

    /** Small numbers for the characters that occur; everything else is 0, which leads nowhere. */
    private static int[] codes(List<String> patterns) {
        var codes = new int[1 << 16];
        int next = 1;
        for (var pattern : patterns) {
            for (int i = 0; i < pattern.length(); i++) {
                if (codes[pattern.charAt(i)] == 0) {
                    codes[pattern.charAt(i)] = next++;
                }
            }
        }
        return codes;
    }

    private Node tree(List<String> patterns) {
        var root = new Node();
        for (int p = 0; p < patterns.size(); p++) {
            var node = root;
            for (int i = 0; i < patterns.get(p).length(); i++) {
                node = node.children.computeIfAbsent(codes[patterns.get(p).charAt(i)], code -> new Node());
            }
            node.patterns.add(p);
        }
        return root;
    }

    /** Gives every node its place, breadth first: a base under which all of its children fall on free places. */
    private void place(Node root, Map<Node, Integer> places) {
        var queue = new ArrayDeque<Node>();
        places.put(root, ROOT);
        queue.add(root);
        int first = ROOT + 1;
        while (!queue.isEmpty()) {
            var node = queue.remove();
            if (node.children.isEmpty()) {
                continue;
            }
            while (first < check.length && check[first] != FREE) {
                first++;
            }
            int state = places.getOrDefault(node, ROOT);
            int at = Math.max(1, first - node.children.firstKey());
            while (!fits(node, at)) {
                at++;
            }
            base[state] = at;
            for (var child : node.children.entrySet()) {
                int place = at + child.getKey();
                check[place] = state;
                places.put(child.getValue(), place);
                queue.add(child.getValue());
            }
        }
    }

    private boolean fits(Node node, int at) {
        int last = at + node.children.lastKey();
        if (last >= check.length) {
            int length = Math.max(last + 1, check.length * 2);
            base = Arrays.copyOf(base, length);
            check = Arrays.copyOf(check, length);
        }
        return node.children.keySet().stream().allMatch(code -> check[at + code] == FREE);
    }

    private void link(Node root, Map<Node, Integer> places) {
        var queue = new ArrayDeque<Node>();
        fail[ROOT] = ROOT;
        ends[ROOT] = new int[0];
        queue.add(root);
        while (!queue.isEmpty()) {
            var node = queue.remove();
            int state = places.getOrDefault(node, ROOT);
            for (var child : node.children.entrySet()) {
                int place = places.getOrDefault(child.getValue(), ROOT);
                fail[place] = state == ROOT ? ROOT : step(fail[state], child.getKey());
                var own = child.getValue().patterns.stream().mapToInt(Integer::intValue);
                ends[place] =
                        IntStream.concat(own, Arrays.stream(ends[fail[place]])).toArray();
                queue.add(child.getValue());
            }
        }
    }

    private int step(int from, int code) {
        int state = from;
        while (true) {
            int next = base[state] + code;
            if (code != 0 && base[state] != 0 && next < check.length && check[next] == state && next != ROOT) {
                return next;
            }
            if (state == ROOT) {
                return ROOT;
            }
            state = fail[state];
        }
    }

    void scan(CharSequence text, Occurrence occurrence) {
        int state = ROOT;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, codes[text.charAt(i)]);
            for (int pattern : ends[state]) {
                occurrence.at(pattern, i + 1);
            }
        }
    }
}
