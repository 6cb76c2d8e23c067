package org.pavilion.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchIndex.Match;
import org.pavilion.server.search.index.Fields;
import org.pavilion.server.search.index.View;
import org.pavilion.server.search.text.Grams;

/** Finds objects that share the telling words of another one. */
final class Likeness {
    private static final int MAX_TERMS = 30;
    private static final int MAX_SHARED = 6;
    private static final int MAX_COMMON_PERCENT = 20;
    private static final int FEW_DOCUMENTS = 50;

    private final View view;
    private final Sight sight;

    Likeness(View view, Sight sight) {
        this.view = view;
        this.sight = sight;
    }

    List<Match> to(Ref subject, Set<String> types, int limit) throws IOException {
        var own = sight.limit(new TermQuery(new Term(Fields.OBJECT, subject.toString())), Map.of(), null);
        var found = view.searcher().search(own, 1);
        if (found.scoreDocs.length == 0) {
            return List.of();
        }
        var texts = texts(view.searcher().storedFields().document(found.scoreDocs[0].doc));
        var telling = telling(texts);
        var query = new BooleanQuery.Builder()
                .add(telling, Occur.MUST)
                .add(new TermQuery(new Term(Fields.OBJECT, subject.toString())), Occur.MUST_NOT)
                .build();
        var top = view.searcher()
                .search(
                        sight.limit(query, Map.of(Fields.TYPE, types), null),
                        Math.clamp(limit, 1, 50),
                        new Sort(SortField.FIELD_SCORE, new SortField(Fields.OBJECT, SortField.Type.STRING)),
                        true);
        var matches = new ArrayList<Match>();
        var seen = new LinkedHashSet<Ref>();
        for (var doc : top.scoreDocs) {
            var part = view.searcher().storedFields().document(doc.doc);
            var ref = Ref.of(Finder.text(part, Fields.OBJECT));
            if (seen.add(ref)) {
                matches.add(new Match(ref, doc.score, shared(telling, part)));
            }
        }
        return matches;
    }

    private static List<String> texts(Document part) {
        return List.of(
                Finder.text(part, Fields.TITLE_ZH_STORED) + " " + Finder.text(part, Fields.TITLE_EN_STORED),
                Finder.text(part, Fields.BODY_ZH_STORED) + " " + Finder.text(part, Fields.BODY_EN_STORED));
    }

    /** Pairs and words that are neither unique nor everywhere. */
    private Query telling(List<String> texts) throws IOException {
        var like = new MoreLikeThis(view.reader());
        like.setAnalyzer(Grams.forQueries());
        like.setFieldNames(new String[] {Fields.TITLE, Fields.BODY});
        like.setMinWordLen(2);
        like.setMinTermFreq(1);
        like.setMinDocFreq(2);
        if (view.reader().numDocs() > FEW_DOCUMENTS) {
            like.setMaxDocFreqPct(MAX_COMMON_PERCENT);
        }
        like.setMaxQueryTerms(MAX_TERMS);
        like.setBoost(true);
        var fields = new HashMap<String, Collection<Object>>();
        fields.put(Fields.TITLE, List.of(texts.getFirst()));
        fields.put(Fields.BODY, List.of(String.join(" ", texts)));
        return like.like(fields);
    }

    private static List<String> shared(Query telling, Document part) {
        var has = new LinkedHashSet<>(Grams.terms(String.join(" ", texts(part))));
        var shared = new LinkedHashSet<String>();
        if (telling instanceof BooleanQuery terms) {
            for (var clause : terms.clauses()) {
                var query = clause.query() instanceof BoostQuery boosted ? boosted.getQuery() : clause.query();
                if (query instanceof TermQuery term
                        && has.contains(term.getTerm().text())) {
                    shared.add(term.getTerm().text());
                }
            }
        }
        return shared.stream().limit(MAX_SHARED).toList();
    }
}
