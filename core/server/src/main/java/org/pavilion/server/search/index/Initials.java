package org.pavilion.server.search.index;

import java.util.HashSet;
import java.util.Set;
import org.pavilion.server.search.text.Fold;
import org.pavilion.server.search.text.Pinyin;

/** First letters of the words of a Chinese title: {@code zgc} for 中关村. */
final class Initials {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;

    private Initials() {}

    /** Of 3 to 8 characters that start and end with words: elsewhere any three letters would match something. */
    static Set<String> of(String folded) {
        var starts = new HashSet<>(SuggestKeys.wordStarts(folded));
        var all = new HashSet<String>();
        for (int from = 0; from < folded.length(); from++) {
            if (!starts.contains(from) || !Fold.isHan(folded.charAt(from))) {
                continue;
            }
            for (int to = from; to < folded.length() && to - from < LONGEST && Fold.isHan(folded.charAt(to)); to++) {
                boolean ends =
                        to + 1 == folded.length() || starts.contains(to + 1) || !Fold.isHan(folded.charAt(to + 1));
                var letters = ends && to - from + 1 >= SHORTEST ? Pinyin.initials(folded.substring(from, to + 1)) : "";
                if (letters.length() == to - from + 1) {
                    all.add(letters);
                }
            }
        }
        return all;
    }
}
