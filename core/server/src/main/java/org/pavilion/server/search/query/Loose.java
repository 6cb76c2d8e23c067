package org.pavilion.server.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/** Last stage, for sentences: function words are dropped, and a good part of the rest is enough. */
final class Loose {
    private final Strict strict;
    private final Expansion expansion;

    Loose(Strict strict, Expansion expansion) {
        this.strict = strict;
        this.expansion = expansion;
    }

    Optional<Query> part(List<Run> runs) {
        var words = new ArrayList<Query>();
        for (var run : runs) {
            if (run.quoted()) {
                words.add(Words.phrase(run.text()));
            } else if (run.han()) {
                for (var piece : StopWords.content(run.text())) {
                    expansion.words(piece).forEach(word -> words.add(expansion.han(word)));
                }
            } else if (!StopWords.isStop(run.text())) {
                words.add(strict.word(run.text(), false));
            }
        }
        int k = words.size();
        if (k == 0) {
            return Optional.empty();
        }
        return Optional.of(Strict.some(words, k <= 2 ? k : Math.max(2, (int) Math.round(k * .4))));
    }
}
