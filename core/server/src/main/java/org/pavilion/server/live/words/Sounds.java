package org.pavilion.server.live.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.pavilion.server.search.Spelling;

/**
 * How a text sounds: one character for each syllable, of Chinese characters and of words that are
 * spelled pinyin. Sounds that are often mixed up (z and zh, in and ing) are one.
 */
final class Sounds {
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final char OTHER = 0;

    private final char[] syllables;
    private final int[] from;
    private final int[] to;
    private int length;

    private Sounds(int most) {
        syllables = new char[most];
        from = new int[most];
        to = new int[most];
    }

    /** The syllables that terms are made of, each with its character. */
    static final class Alphabet {
        private final Map<String, Character> known = new HashMap<>();

        /** The term's syllables; those that are new get a character. */
        String of(String chinese) {
            var syllables = new StringBuilder();
            for (int i = 0; i < chinese.length(); i++) {
                var syllable = plain(Spelling.spell(chinese.substring(i, i + 1)));
                syllables.append(known.computeIfAbsent(syllable, any -> (char) (known.size() + 1))
                        .charValue());
            }
            return syllables.toString();
        }
    }

    static Sounds of(String text, Alphabet alphabet) {
        var sounds = new Sounds(text.length() + 1);
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            return sounds; // a letter that has no lower case of its length: nothing Chinese
        }
        var word = WORD.matcher(lower);
        for (int i = 0; i < lower.length(); ) {
            char c = Spelling.fold(lower.charAt(i));
            if (Spelling.isHan(c)) {
                sounds.add(alphabet, Spelling.spell(String.valueOf(c)), i, i + 1);
                i++;
            } else if (word.region(i, lower.length()).lookingAt()) {
                sounds.spelled(alphabet, word.group(), i);
                i = word.end();
            } else {
                if (Character.isLetterOrDigit(c)) {
                    sounds.add(alphabet, "", i, i + 1);
                }
                i++;
            }
        }
        return sounds;
    }

    private void spelled(Alphabet alphabet, String word, int at) {
        var parts = Spelling.split(word);
        if (parts.isEmpty()) {
            add(alphabet, "", at, at + word.length());
            return;
        }
        int i = at;
        for (var part : parts) {
            add(alphabet, part, i, i + part.length());
            i += part.length();
        }
    }

    private void add(Alphabet alphabet, String syllable, int start, int end) {
        syllables[length] = alphabet.known.getOrDefault(plain(syllable), OTHER);
        from[length] = start;
        to[length++] = end;
    }

    private static String plain(String syllable) {
        var plain = syllable;
        if (plain.length() > 1 && plain.charAt(1) == 'h') {
            plain = plain.charAt(0) + plain.substring(2);
        }
        return plain.endsWith("ing") || plain.endsWith("eng") ? plain.substring(0, plain.length() - 1) : plain;
    }

    int from(int index) {
        return from[index];
    }

    int to(int index) {
        return to[index];
    }

    @Override
    public String toString() {
        return new String(Arrays.copyOf(syllables, length));
    }
}
