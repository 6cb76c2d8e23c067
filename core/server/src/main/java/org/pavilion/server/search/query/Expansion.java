package org.pavilion.server.search.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.pavilion.server.search.text.Fold;
import org.pavilion.server.search.text.Grams;
import org.pavilion.server.search.text.Segmenter;

/** Adds what the glossary knows to words, within a budget for the whole query. */
final class Expansion {
    private static final double WORTH = .7;
    private static final int MAX_FORMS = 14;

    private final Glossary glossary;
    private final Collection<String> marks;
    private int left = MAX_FORMS;

    /** @param marks collects the words and forms that are looked for */
    Expansion(Glossary glossary, Set<String> marks) {
        this.glossary = glossary;
        this.marks = marks;
    }

    Query of(String word, Query query) {
        marks.add(word);
        if (Fold.isLatin(word.charAt(0)) && word.indexOf(' ') < 0) {
            marks.addAll(Grams.terms(word));
        }
        var others = glossary.others(word);
        if (others.isEmpty() || left <= 0) {
            return query;
        }
        var ways = new ArrayList<Query>(List.of(query));
        for (var form : others.subList(0, Math.min(left, others.size()))) {
            ways.add(Words.boost(Words.phrase(form), WORTH));
            marks.add(form);
        }
        left -= others.size();
        return Words.best(ways);
    }

    Query han(String word) {
        return of(word, Words.han(word));
    }

    /** The words of a Chinese run: known forms first, the rest as the segmenter cuts it. */
    List<String> words(String run) {
        var words = new ArrayList<String>();
        int gap = 0;
        for (int i = 0; i < run.length(); ) {
            int known = glossary.longestAt(run, i);
            if (known == 0) {
                i++;
                continue;
            }
            cut(run.substring(gap, i), words);
            words.add(run.substring(i, i + known));
            i += known;
            gap = i;
        }
        cut(run.substring(gap), words);
        boolean anyLong = words.stream().anyMatch(word -> word.length() > 1);
        words.removeIf(word -> anyLong && word.length() == 1);
        return words;
    }

    private static void cut(String gap, List<String> into) {
        if (!gap.isEmpty()) {
            into.addAll(Segmenter.words(gap));
        }
    }

    boolean knows(String form) {
        return glossary.knows(form);
    }
}
