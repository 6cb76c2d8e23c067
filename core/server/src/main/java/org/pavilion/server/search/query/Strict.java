package org.pavilion.server.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.pavilion.server.search.index.Fields;
import org.pavilion.server.search.text.Grams;
import org.pavilion.server.search.text.Pinyin;

/** First stage: every run must match, as words, known forms or a word's beginning. */
final class Strict {
    private static final int MIN_PREFIX = 3;
    /** A number with its unit, often written apart. */
    private static final Pattern MEASURE = Pattern.compile("([0-9]+)([a-z]+)");

    private static final int MIN_PINYIN = 4;

    private final Expansion expansion;
    /** Whether letters may also be read as pinyin. */
    private final boolean sound;

    Strict(Expansion expansion, boolean sound) {
        this.expansion = expansion;
        this.sound = sound;
    }

    Query all(List<Run> runs) {
        var all = new BooleanQuery.Builder();
        for (int i = 0; i < runs.size(); ) {
            var run = runs.get(i);
            if (run.quoted()) {
                all.add(expansion.of(run.text(), Words.phrase(run.text())), Occur.MUST);
                i++;
            } else if (run.han()) {
                all.add(han(run.text()), Occur.MUST);
                i++;
            } else {
                int end = i;
                while (end < runs.size()
                        && !runs.get(end).han()
                        && !runs.get(end).quoted()) {
                    end++;
                }
                var words = runs.subList(i, end).stream().map(Run::text).toList();
                all.add(letters(words, end == runs.size()), Occur.MUST);
                i = end;
            }
        }
        return all.build();
    }

    /** All of one or two words, 60 % of more; standing side by side counts extra. */
    Query han(String run) {
        if (run.length() <= 2) {
            return expansion.han(run);
        }
        var words = new ArrayList<String>();
        for (var piece : StopWords.content(run)) {
            words.addAll(expansion.words(piece));
        }
        if (words.isEmpty()) {
            words.addAll(expansion.words(run));
        }
        var each = words.stream().distinct().map(expansion::han).toList();
        var required = each.size() == 1
                ? each.getFirst()
                : some(each, each.size() <= 2 ? each.size() : atLeast(each.size(), .6));
        if (words.size() == 1 && words.getFirst().equals(run)) {
            return required;
        }
        return new BooleanQuery.Builder()
                .add(required, Occur.MUST)
                .add(Words.boost(Words.han(Fields.TITLE, run), 4), Occur.SHOULD)
                .add(Words.boost(Words.han(Fields.BODY, run), 1.5), Occur.SHOULD)
                .build();
    }

    static int atLeast(int of, double share) {
        return Math.max(2, (int) Math.ceil(of * share));
    }

    static Query some(List<Query> queries, int atLeast) {
        var some = new BooleanQuery.Builder();
        queries.forEach(query -> some.add(query, Occur.SHOULD));
        return some.setMinimumNumberShouldMatch(atLeast).build();
    }

    /** English words in a row; function words are optional beside others. */
    private Query letters(List<String> words, boolean last) {
        boolean anyContent = words.stream().anyMatch(word -> !StopWords.isStop(word));
        var all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); ) {
            int known = longestKnown(words, i);
            var word = String.join(" ", words.subList(i, i + known));
            boolean end = last && i + known == words.size();
            var query = known > 1 ? expansion.of(word, Words.phrase(word)) : word(word, end);
            all.add(query, anyContent && StopWords.isStop(word) ? Occur.SHOULD : Occur.MUST);
            i += known;
        }
        if (words.size() > 1) {
            var phrase = String.join(" ", words);
            all.add(Words.boost(Words.phrase(Fields.TITLE_EN, phrase), 4), Occur.SHOULD);
            all.add(Words.boost(Words.phrase(Fields.BODY, phrase), 1.5), Occur.SHOULD);
        }
        var spelled = sound && words.size() > 1 ? syllables(words) : List.<String>of();
        return spelled.size() < 2
                ? all.build()
                : Words.best(List.of(all.build(), Words.boost(Words.sound(spelled), .8)));
    }

    private int longestKnown(List<String> words, int from) {
        for (int end = words.size(); end > from + 1; end--) {
            if (expansion.knows(String.join(" ", words.subList(from, end)))) {
                return end - from;
            }
        }
        return 1;
    }

    /** The syllables of all the words, or none when one does not spell any. */
    static List<String> syllables(List<String> words) {
        var all = new ArrayList<String>();
        for (var word : words) {
            var split = Pinyin.split(word);
            if (split.isEmpty()) {
                return List.of();
            }
            all.addAll(split);
        }
        return all;
    }

    Query word(String word, boolean last) {
        var ways = new ArrayList<Query>();
        var terms = Grams.terms(word);
        ways.add(expansion.of(word, Words.phrase(word)));
        var pieces = MEASURE.matcher(word);
        if (pieces.matches()) {
            ways.add(Words.phrase(pieces.group(1) + " " + pieces.group(2)));
        }
        if (last && terms.size() == 1 && word.length() >= MIN_PREFIX) {
            ways.add(Words.boost(
                    Words.everywhere(field -> new ConstantScoreQuery(new PrefixQuery(new Term(field, word)))), .3));
        }
        if (sound && word.length() >= MIN_PINYIN) {
            var syllables = Pinyin.split(word);
            if (syllables.size() >= 2) {
                ways.add(Words.boost(Words.sound(syllables), .8));
            }
        }
        return Words.best(ways);
    }
}
