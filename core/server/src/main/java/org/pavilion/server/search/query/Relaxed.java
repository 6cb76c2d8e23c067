package org.pavilion.server.search.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.pavilion.server.search.index.Fields;
import org.pavilion.server.search.text.Pinyin;

/** Second stage, when nothing matched: sound-alikes, letters off by one or two, initials. */
final class Relaxed {
    private static final int MAX_PAIRS = 12;
    private static final int MAX_EXPANSIONS = 32;
    /** Ways to hear one pair of characters. */
    private static final int MAX_SOUNDS = 6;

    private final Strict strict;
    private int pairsLeft = MAX_PAIRS;

    Relaxed(Strict strict) {
        this.strict = strict;
    }

    Query most(List<Run> runs) {
        boolean anyContent = runs.stream().anyMatch(run -> !isStop(run));
        var each = new ArrayList<Query>();
        for (var run : runs) {
            if (run.quoted()) {
                each.add(Words.phrase(run.text()));
            } else if (run.han()) {
                each.add(han(run.text()));
            } else if (!anyContent || !isStop(run)) {
                each.add(letters(run.text()));
            }
        }
        int k = each.size();
        return Strict.some(each, k <= 2 ? k : Strict.atLeast(k, .6));
    }

    private static boolean isStop(Run run) {
        return !run.han() && !run.quoted() && StopWords.isStop(run.text());
    }

    private Query han(String run) {
        var ways = new ArrayList<Query>(List.of(strict.han(run)));
        var pieces = StopWords.content(run);
        var pairs = new ArrayList<Query>();
        for (var piece : pieces.isEmpty() ? List.of(run) : pieces) {
            for (int i = 0; i + 1 < piece.length() && pairsLeft > 0; i++, pairsLeft--) {
                pairs.add(pair(piece.substring(i, i + 2)));
            }
        }
        if (!pairs.isEmpty()) {
            int k = pairs.size();
            ways.add(Words.boost(Strict.some(pairs, k <= 2 ? k : (int) Math.ceil(k * .6)), .3));
        }
        return Words.best(ways);
    }

    private static Query pair(String pair) {
        var ways = new ArrayList<Query>(List.of(Words.han(pair)));
        var sounds = new LinkedHashSet<String>();
        Pinyin.pairs(pair, sounds);
        Pinyin.confused(pair, sounds);
        for (var sound : sounds.stream().limit(MAX_SOUNDS).toList()) {
            ways.add(Words.boost(Words.term(Fields.PINYIN, sound), .5));
            ways.add(Words.boost(Words.term(Fields.PINYIN_TITLE, sound), 1.5));
        }
        return Words.best(ways);
    }

    private Query letters(String word) {
        var ways = new ArrayList<Query>(List.of(strict.word(word, true)));
        if (word.length() >= 4 && word.chars().allMatch(Character::isLetter)) {
            ways.add(near(Fields.LATIN, word));
            ways.add(Words.boost(near(Fields.LATIN_TITLE, word), 2));
        }
        if (word.length() >= 3 && word.length() <= 8 && word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            ways.add(Words.boost(Words.term(Fields.INITIALS, word), .5));
        }
        return Words.best(ways);
    }

    static int distance(String word) {
        return word.length() >= 8 ? 2 : 1;
    }

    private static Query near(String field, String word) {
        return new FuzzyQuery(new Term(field, word), distance(word), 1, MAX_EXPANSIONS, true);
    }
}
