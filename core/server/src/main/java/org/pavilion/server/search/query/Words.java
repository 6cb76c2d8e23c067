package org.pavilion.server.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.pavilion.server.search.index.Fields;
import org.pavilion.server.search.text.Fold;
import org.pavilion.server.search.text.Grams;

/** Queries for one word or phrase. */
final class Words {
    private static final float TIE = .1f;

    private Words() {}

    /** The best of all text fields, by their weights. */
    static Query everywhere(Function<String, @Nullable Query> inField) {
        var fields = new ArrayList<Query>();
        for (var field : Fields.TEXT) {
            var query = inField.apply(field.field());
            if (query != null) {
                fields.add(new BoostQuery(query, field.weight()));
            }
        }
        return new DisjunctionMaxQuery(fields, TIE);
    }

    static Query term(String field, String term) {
        return new TermQuery(new Term(field, term));
    }

    /** Chinese characters side by side, anywhere but in English titles. */
    static Query han(String word) {
        return everywhere(field -> field.equals(Fields.TITLE_EN) ? null : han(field, word));
    }

    /** Non-overlapping pairs are enough: half the postings for the same matches. */
    static Query han(String field, String word) {
        int n = word.length();
        if (n <= 2) {
            return term(field, word);
        }
        var phrase = new PhraseQuery.Builder();
        for (int i = 0; i + 2 <= n; i += 2) {
            phrase.add(new Term(field, word.substring(i, i + 2)), i);
        }
        if (n % 2 == 1) {
            phrase.add(new Term(field, word.substring(n - 2)), n - 2);
        }
        return phrase.build();
    }

    /** The text as it stands, anywhere. */
    static Query phrase(String text) {
        return text.chars().allMatch(c -> Fold.isHan((char) c)) ? han(text) : everywhere(field -> phrase(field, text));
    }

    static Query phrase(String field, String text) {
        if (text.chars().allMatch(c -> Fold.isHan((char) c))) {
            return han(field, text);
        }
        var terms = Grams.phrase(text);
        if (terms.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        if (terms.size() == 1) {
            return term(field, terms.getFirst().text());
        }
        var phrase = new PhraseQuery.Builder();
        for (var term : terms) {
            phrase.add(new Term(field, term.text()), term.position());
        }
        return phrase.build();
    }

    /** Syllables in a row, as far as pairs can tell; a match in the title counts more. */
    static Query sound(List<String> syllables) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i + 1 < syllables.size(); i++) {
            pairs.add(syllables.get(i) + "_" + syllables.get(i + 1));
        }
        return new BooleanQuery.Builder()
                .add(all(Fields.PINYIN, pairs), Occur.MUST)
                .add(new BoostQuery(all(Fields.PINYIN_TITLE, pairs), 3), Occur.SHOULD)
                .build();
    }

    private static Query all(String field, List<String> terms) {
        if (terms.size() == 1) {
            return term(field, terms.getFirst());
        }
        var all = new BooleanQuery.Builder();
        terms.forEach(term -> all.add(term(field, term), Occur.MUST));
        return all.build();
    }

    /** The best of several ways to match. */
    static Query best(List<Query> ways) {
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
    }

    static Query boost(Query query, double factor) {
        return new BoostQuery(query, (float) factor);
    }
}
