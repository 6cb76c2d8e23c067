package org.pavilion.server.live.words;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.pavilion.server.search.Spelling;

/**
 * A text without its disguise, and where each character of it came from. Letters that look alike are
 * one letter, a run of a letter is one with a count, and what is neither letter nor digit is gone.
 */
final class Skeleton {
    /** Pairs of a disguise and what it stands for, after compatibility decomposition and lower case. */
    private static final Map<Integer, Character> ALIKE = alike();

    private final char[] chars;
    private final Run[] runs;
    private final int length;

    /**
     * A letter as often as it stands there in a row, perhaps with gaps between.
     *
     * @param headTo end of the part before the first gap, {@code head} how many letters it has
     * @param tailFrom begin of the part after the last gap, {@code tail} how many letters it has
     */
    private record Run(int from, int to, int count, int headTo, int head, int tailFrom, int tail) {
        static Run of(int from, int to) {
            return new Run(from, to, 1, to, 1, from, 1);
        }

        Run and(int start, int end) {
            boolean gap = start > to;
            boolean whole = headTo == to && !gap;
            return new Run(
                    from,
                    end,
                    count + 1,
                    whole ? end : headTo,
                    whole ? head + 1 : head,
                    gap ? start : tailFrom,
                    gap ? 1 : tail + 1);
        }
    }

    private Skeleton(Builder built) {
        this.chars = built.chars;
        this.runs = built.runs;
        this.length = built.length;
    }

    static Skeleton of(String text) {
        var builder = new Builder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (Character.isLetterOrDigit(c) || !besideHan(text, i, end)) {
                builder.add(c, i, end);
            }
            i = end;
        }
        return builder.done();
    }

    /** A sign beside a Chinese character stands for no letter. */
    private static boolean besideHan(String text, int start, int end) {
        return (start > 0 && Spelling.isHan(text.charAt(start - 1)))
                || (end < text.length() && Spelling.isHan(text.charAt(end)));
    }

    private static final class Builder {
        private char[] chars;
        private Run[] runs;
        private int length;

        Builder(int size) {
            chars = new char[size + 4];
            runs = new Run[size + 4];
        }

        void add(int c, int start, int end) {
            // Some letters look like one and are by their decomposition another.
            if (c < 128 || ALIKE.containsKey(c)) {
                put(alike(Character.toLowerCase(c)), start, end);
                return;
            }
            var plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
            plain.codePoints().forEach(each -> put(alike(Character.toLowerCase(each)), start, end));
        }

        private void put(char c, int start, int end) {
            if (c == 0) {
                return;
            }
            if (length > 0 && chars[length - 1] == c && !Spelling.isHan(c)) {
                runs[length - 1] = runs[length - 1].and(start, end);
                return;
            }
            if (length == chars.length) {
                chars = Arrays.copyOf(chars, length * 2);
                runs = Arrays.copyOf(runs, length * 2);
            }
            chars[length] = c;
            runs[length++] = Run.of(start, end);
        }

        Skeleton done() {
            return new Skeleton(this);
        }
    }

    /** What the character counts as; 0 for one that only separates. */
    private static char alike(int c) {
        var known = ALIKE.get(c);
        if (known != null) {
            return known;
        }
        if (c > Character.MAX_VALUE || !Character.isLetterOrDigit(c)) {
            return 0;
        }
        return Spelling.fold((char) c);
    }

    private static Map<Integer, Character> alike() {
        var all = new HashMap<Integer, Character>();
        var groups = new String[] {
            "o0оοօ〇θ",
            "i1l|!íіιӏļǀ",
            "e3еεё€",
            "a4@аαɑλ",
            "s5$ѕʂ",
            "t7+тτ",
            "b8вьβ",
            "g9ɡ",
            "cсϲ¢",
            "pрρ",
            "xхχ×",
            "yуγ",
            "hнһ",
            "kкκ",
            "mм",
            "nпη",
            "uυцµ",
            "vνѵ",
            "wшѡω",
            "dԁ",
            "jј",
            "qԛ",
            "rгя",
            "fƒ",
            "z2ʐ"
        };
        for (var group : groups) {
            var letter = group.charAt(0);
            group.codePoints().forEach(each -> all.put(each, letter));
        }
        return all;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    /** Whether the part has each letter at least as often as the other: {@code asss} is {@code ass}, {@code as} is not. */
    boolean stretches(int begin, Skeleton other) {
        for (int i = 0; i < other.length; i++) {
            if (runs[begin + i].count < other.runs[i].count) {
                return false;
            }
        }
        return true;
    }

    int length() {
        return length;
    }

    /** Where the character of the skeleton begins in the text. */
    int from(int index) {
        return runs[index].from;
    }

    /** Where it ends. */
    int to(int index) {
        return runs[index].to;
    }

    /** Where it begins after its last gap, if what follows the gap has as many letters as the other's; else where it begins. */
    int lateFrom(int index, Skeleton other, int at) {
        return runs[index].tail >= other.runs[at].count ? runs[index].tailFrom : runs[index].from;
    }

    /** Where it ends before its first gap, if so much has as many letters as the other's; else where it ends. */
    int earlyTo(int index, Skeleton other, int at) {
        return runs[index].head >= other.runs[at].count ? runs[index].headTo : runs[index].to;
    }
}
