package org.pavilion.server.search.query;

import java.util.ArrayList;
import java.util.List;
import org.pavilion.server.search.text.Fold;
import org.pavilion.server.search.text.PlainText;

/** A stretch of typed text in one script, folded. */
record Run(String text, boolean han, boolean quoted) {
    /** UTF-16 units of a query that count. */
    static final int MAX_LENGTH = 64;

    static final int MAX_RUNS = 12;

    private enum Kind {
        GAP,
        HAN,
        LATIN,
        QUOTE
    }

    static List<Run> of(String raw) {
        var text = Fold.fold(PlainText.clean(raw, MAX_LENGTH));
        var runs = new ArrayList<Run>();
        boolean quoted = false;
        int start = 0;
        var kind = Kind.GAP;
        for (int i = 0; i <= text.length() && runs.size() < MAX_RUNS; i++) {
            var next = i < text.length() ? kind(text, i, kind) : Kind.GAP;
            boolean breaks = next != kind && !(quoted && kind != Kind.QUOTE && next != Kind.QUOTE);
            if (i == text.length() || breaks) {
                add(text.substring(start, i), kind, quoted, runs);
                start = next == Kind.QUOTE ? i + 1 : i;
                quoted ^= next == Kind.QUOTE && i < text.length();
                kind = next == Kind.QUOTE ? Kind.GAP : next;
            }
        }
        return runs;
    }

    private static void add(String piece, Kind kind, boolean quoted, List<Run> runs) {
        if (quoted) {
            var phrase = piece.strip();
            if (phrase.chars().anyMatch(Character::isLetterOrDigit)) {
                runs.add(new Run(phrase, Fold.isHan(phrase.charAt(0)), true));
            }
        } else if (kind == Kind.HAN || kind == Kind.LATIN) {
            runs.add(new Run(piece, kind == Kind.HAN, false));
        }
    }

    private static Kind kind(String text, int i, Kind before) {
        char c = text.charAt(i);
        if (c == '"' || c == '“' || c == '”') {
            return Kind.QUOTE;
        }
        if (Fold.isHan(c)) {
            return Kind.HAN;
        }
        if (Fold.isLatin(c) || Character.isSurrogate(c)) {
            return Kind.LATIN;
        }
        boolean joins = (c == '-' || c == '.' || c == '_')
                && before == Kind.LATIN
                && i + 1 < text.length()
                && Fold.isLatin(text.charAt(i + 1));
        return joins ? Kind.LATIN : Kind.GAP;
    }
}
