package org.pavilion.server.search.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pavilion.server.search.query.Marks;
import org.pavilion.server.search.text.Fold;
import org.pavilion.server.search.text.Pinyin;

/** Where in a text something matched. Folding keeps offsets, so no analysis is needed. */
final class Spans {
    private static final int MAX_SPANS = 64;

    /** From, to (exclusive) and which mark it was. */
    record Span(int from, int to, int mark) {}

    private final String folded;
    private final List<Span> found = new ArrayList<>();

    private Spans(String text) {
        this.folded = Fold.fold(text);
    }

    static List<Span> of(String text, Marks marks) {
        var spans = new Spans(text);
        int mark = 0;
        for (var word : marks.words()) {
            spans.word(word, mark++);
        }
        for (var sound : marks.sounds()) {
            spans.sound(sound, mark++);
        }
        for (var word : marks.near()) {
            spans.near(word, mark++);
        }
        return spans.found;
    }

    private void add(int from, int to, int mark) {
        if (found.size() < MAX_SPANS) {
            found.add(new Span(from, to, mark));
        }
    }

    private void word(String word, int mark) {
        boolean latin = Fold.isLatin(word.charAt(0));
        for (int at = folded.indexOf(word); at >= 0 && found.size() < MAX_SPANS; at = folded.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (!latin) {
                add(at, end, mark);
            } else if (at == 0 || !Fold.isLatin(folded.charAt(at - 1))) {
                add(at, wordEnd(end), mark);
            }
        }
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < folded.length() && Fold.isLatin(folded.charAt(end))) {
            end++;
        }
        return end;
    }

    /** At least two characters in a row that sound like syllables in a row. */
    private void sound(List<Set<String>> syllables, int mark) {
        for (int at = 0; at + 1 < folded.length() && found.size() < MAX_SPANS; at++) {
            int longest = 0;
            for (int first = 0; first + 1 < syllables.size() && Fold.isHan(folded.charAt(at)); first++) {
                int length = 0;
                while (first + length < syllables.size()
                        && at + length < folded.length()
                        && Pinyin.sounds(folded.charAt(at + length), syllables.get(first + length))) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
            if (longest >= 2) {
                add(at, at + longest, mark);
                at += longest - 1;
            }
        }
    }

    private void near(String word, int mark) {
        int limit = Marks.distance(word);
        for (int at = 0; at < folded.length() && found.size() < MAX_SPANS; ) {
            if (!Fold.isLatin(folded.charAt(at))) {
                at++;
                continue;
            }
            int end = wordEnd(at);
            if (word.length() >= 4
                    && folded.charAt(at) == word.charAt(0)
                    && Letters.within(word, folded.substring(at, end), limit)) {
                add(at, end, mark);
            }
            at = end;
        }
    }
}
