package org.pavilion.server.live.question;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which questions ask much the same: by the pairs of letters that two texts share, whatever their language. */
final class Likeness {
    private static final double ALIKE = 0.45;
    private static final int MOST = 3;
    private static final int COMPARED = 300;

    private final List<Known> known;

    private record Known(QuestionRow row, Set<String> pairs) {}

    private record Found(QuestionRow row, double share) {}

    Likeness(List<QuestionRow> rows) {
        known = rows.stream()
                .skip(Math.max(0, rows.size() - COMPARED))
                .map(row -> new Known(row, pairs(row.text())))
                .toList();
    }

    /** Ids of questions like this one, the most similar first. */
    List<String> of(QuestionRow row) {
        return known.stream().noneMatch(each -> each.row().id().equals(row.id()))
                ? List.of()
                : like(row.text()).stream()
                        .map(QuestionRow::id)
                        .filter(id -> !id.equals(row.id()))
                        .limit(MOST)
                        .toList();
    }

    /** Questions like the text, the most similar first. */
    List<QuestionRow> like(String text) {
        var pairs = pairs(text);
        return known.stream()
                .map(each -> new Found(each.row(), share(pairs, each.pairs())))
                .filter(found -> found.share() >= ALIKE)
                .sorted(Comparator.comparingDouble(Found::share)
                        .reversed()
                        .thenComparing(found -> found.row().id()))
                .limit(MOST + 1)
                .map(Found::row)
                .toList();
    }

    /** Twice what both have, of what each has: Dice's measure. */
    private static double share(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        long both = a.stream().filter(b::contains).count();
        return 2.0 * both / (a.size() + b.size());
    }

    private static Set<String> pairs(String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
        var pairs = new HashSet<String>();
        for (int n = 1; n < letters.length; n++) {
            pairs.add(new String(letters, n - 1, 2));
        }
        return pairs;
    }
}
