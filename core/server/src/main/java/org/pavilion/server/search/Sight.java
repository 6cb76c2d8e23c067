package org.pavilion.server.search;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;
import org.pavilion.server.search.index.Fields;

/**
 * What one caller may find: every query of the engine passes here, whoever asked for it.
 *
 * @param groups the caller's search groups
 * @param hidden types whose owner is not running
 */
record Sight(Set<String> groups, Set<String> hidden) {
    Sight {
        groups = Set.copyOf(groups);
        hidden = Set.copyOf(hidden);
    }

    static Sight by(Caller caller, Set<String> hidden) {
        return new Sight(caller.groups(), hidden);
    }

    /** The query limited to what may be read and to the chosen values, leaving out the choice of one facet. */
    Query limit(Query query, Map<String, Set<String>> chosen, @Nullable String except) {
        var limited = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(in(Fields.ACL, groups), Occur.FILTER)
                .add(forbiddenParts(), Occur.MUST_NOT);
        if (!hidden.isEmpty()) {
            limited.add(in(Fields.TYPE, hidden), Occur.MUST_NOT);
        }
        chosen.forEach((facet, values) -> {
            if (!facet.equals(except)) {
                limited.add(in(Fields.facet(facet), values), Occur.FILTER);
            }
        });
        return limited.build();
    }

    /** Deeper parts of objects whose own existence the caller must not learn. */
    private Query forbiddenParts() {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.DEEPER, "1")), Occur.MUST)
                .add(in(Fields.BASE_ACL, groups), Occur.MUST_NOT)
                .build();
    }

    private static Query in(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
