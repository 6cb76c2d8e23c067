package org.pavilion.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.IndexSearcher;
import org.pavilion.server.search.index.View;

/** Counts facet values among what was found; the counts of a chosen facet leave its own choice out. */
final class Facets {
    private static final int MAX_VALUES = 50;

    private final View view;
    private final Sight sight;
    private final SearchRequest request;
    private final FacetLabels labels;

    Facets(View view, Sight sight, SearchRequest request, FacetLabels labels) {
        this.view = view;
        this.sight = sight;
        this.request = request;
        this.labels = labels;
    }

    Map<String, List<FacetCount>> of(Found found) throws IOException {
        var state = view.facets();
        if (state == null || (found.total() == 0 && request.filters().isEmpty())) {
            return Map.of();
        }
        var counts = new TreeMap<String, List<FacetCount>>();
        var inner = new SortedSetDocValuesFacetCounts(state, found.all());
        for (var facet : state.getDims()) {
            var chosen = request.filters().getOrDefault(facet, Set.of());
            var values = values(chosen.isEmpty() ? inner : sideways(state, found, facet), facet, chosen);
            if (!values.isEmpty()) {
                counts.put(facet, values);
            }
        }
        return counts;
    }

    private SortedSetDocValuesFacetCounts sideways(SortedSetDocValuesReaderState state, Found found, String facet)
            throws IOException {
        FacetsCollector others = new IndexSearcher(view.reader())
                .search(sight.limit(found.query(), request.filters(), facet), new FacetsCollectorManager());
        return new SortedSetDocValuesFacetCounts(state, others);
    }

    private List<FacetCount> values(SortedSetDocValuesFacetCounts counts, String facet, Set<String> chosen)
            throws IOException {
        var values = new ArrayList<FacetCount>();
        var missing = new TreeSet<>(chosen);
        var top = counts.getTopChildren(MAX_VALUES, facet);
        if (top != null) {
            for (var value : top.labelValues) {
                values.add(count(facet, value.label, value.value.longValue(), chosen.contains(value.label)));
                missing.remove(value.label);
            }
        }
        missing.forEach(value -> values.add(count(facet, value, 0, true)));
        return oncePerLabel(values);
    }

    /**
     * A name and its translation are values of the same documents; readers choose by the one they read,
     * unless they have chosen the other already.
     */
    private static List<FacetCount> oncePerLabel(List<FacetCount> values) {
        var byLabel = new LinkedHashMap<String, FacetCount>();
        values.forEach(value -> byLabel.merge(value.label(), value, Facets::preferred));
        return List.copyOf(byLabel.values());
    }

    private static FacetCount preferred(FacetCount one, FacetCount other) {
        if (one.chosen() != other.chosen()) {
            return one.chosen() ? one : other;
        }
        return other.value().equals(other.label()) ? other : one;
    }

    private FacetCount count(String facet, String value, long count, boolean chosen) {
        return new FacetCount(
                value, labels.label(facet, value, request.language()).orElse(value), count, chosen);
    }
}
