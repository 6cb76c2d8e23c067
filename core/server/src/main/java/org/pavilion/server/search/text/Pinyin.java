package org.pavilion.server.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How Chinese characters sound, without tones ({@code ü} is {@code v}), and back from letters to syllables. */
public final class Pinyin {
    /** Letters of a query that are tried as syllables. */
    private static final int MAX_LETTERS = 40;

    private static final int LONGEST = 6;
    private static final String[] NONE = {};
    private static final String[][] READINGS = new String[1 << 16][];
    private static final Set<String> SYLLABLES = load();

    private Pinyin() {}

    /** At most three readings, the usual one first; empty when it has none. */
    static String[] readings(char c) {
        var readings = READINGS[c];
        return readings == null ? NONE : readings;
    }

    /** Whether the character can be read as one of the syllables. */
    public static boolean sounds(char c, Set<String> syllables) {
        for (var reading : readings(c)) {
            if (syllables.contains(reading)) {
                return true;
            }
        }
        return false;
    }

    /** The readings of each character; empty sets for what has none. */
    public static List<Set<String>> alternatives(String text) {
        return text.chars().mapToObj(c -> Set.of(readings((char) c))).toList();
    }

    /** Adds {@code liu_lang} for every two neighbouring characters, in all their readings. */
    public static void pairs(String text, Collection<String> into) {
        for (int i = 0; i + 1 < text.length(); i++) {
            for (var first : readings(text.charAt(i))) {
                for (var second : readings(text.charAt(i + 1))) {
                    into.add(first + "_" + second);
                }
            }
        }
    }

    /** Adds the pairs that people mix up with those of two characters: z and zh, c and ch, s and sh, n and ng. */
    public static void confused(String pair, Collection<String> into) {
        if (pair.length() != 2) {
            return;
        }
        for (var first : readings(pair.charAt(0))) {
            for (var second : readings(pair.charAt(1))) {
                for (var other : confused(second)) {
                    into.add(first + "_" + other);
                }
                for (var other : confused(first)) {
                    into.add(other + "_" + second);
                }
            }
        }
    }

    private static List<String> confused(String syllable) {
        var others = new ArrayList<String>();
        if (syllable.matches("[zcs]h.*")) {
            others.add(syllable.charAt(0) + syllable.substring(2));
        } else if (syllable.matches("[zcs].*")) {
            others.add(syllable.charAt(0) + "h" + syllable.substring(1));
        }
        if (syllable.endsWith("ng")) {
            others.add(syllable.substring(0, syllable.length() - 1));
        } else if (syllable.matches(".*[aei]n")) {
            others.add(syllable + "g");
        }
        others.removeIf(other -> !SYLLABLES.contains(other));
        return others;
    }

    /** The fewest syllables that spell all the letters; empty when they do not. */
    public static List<String> split(String letters) {
        int n = letters.length();
        if (n > MAX_LETTERS || n == 0) {
            return List.of();
        }
        var fewest = new int[n + 1];
        var from = new int[n + 1];
        Arrays.fill(fewest, Integer.MAX_VALUE);
        fewest[0] = 0;
        for (int end = 1; end <= n; end++) {
            for (int start = Math.max(0, end - LONGEST); start < end; start++) {
                if (fewest[start] < fewest[end] - 1 && SYLLABLES.contains(letters.substring(start, end))) {
                    fewest[end] = fewest[start] + 1;
                    from[end] = start;
                }
            }
        }
        if (fewest[n] == Integer.MAX_VALUE) {
            return List.of();
        }
        var syllables = new ArrayList<String>();
        for (int end = n; end > 0; end = from[end]) {
            syllables.add(letters.substring(from[end], end));
        }
        Collections.reverse(syllables);
        return syllables;
    }

    /** The text spelled with usual readings; letters and digits stay, all else is left out. */
    public static String spell(String text) {
        return spell(text, false);
    }

    /** The first letters of the usual readings; letters and digits stay. */
    public static String initials(String text) {
        return spell(text, true);
    }

    private static String spell(String text, boolean initials) {
        var spelled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = Fold.fold(text.charAt(i));
            var readings = readings(c);
            if (readings.length > 0) {
                spelled.append(initials ? readings[0].substring(0, 1) : readings[0]);
            } else if (Fold.isLatin(c)) {
                spelled.append(c);
            }
        }
        return spelled.toString();
    }

    /** Spellings that differ from the usual one in the reading of one character, at most {@code limit}. */
    public static List<String> otherSpellings(String text, int limit) {
        var others = new ArrayList<String>();
        for (int i = 0; i < text.length() && others.size() < limit; i++) {
            var readings = readings(Fold.fold(text.charAt(i)));
            for (int r = 1; r < readings.length && others.size() < limit; r++) {
                others.add(spell(text.substring(0, i)) + readings[r] + spell(text.substring(i + 1)));
            }
        }
        return others;
    }

    private static Set<String> load() {
        var usable = new HashSet<String>();
        try (var in = Table.open("pinyin.bin")) {
            var syllables = new String[in.readUnsignedShort()];
            for (int i = 0; i < syllables.length; i++) {
                syllables[i] = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
                if (syllables[i].length() > 1 || "aeo".contains(syllables[i])) {
                    usable.add(syllables[i]);
                }
            }
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                char c = in.readChar();
                var readings = new String[in.readUnsignedByte()];
                for (int r = 0; r < readings.length; r++) {
                    readings[r] = syllables[in.readUnsignedShort()];
                }
                READINGS[c] = readings;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return usable;
    }
}
