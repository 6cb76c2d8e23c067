package org.pavilion.server.search.index;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.suggest.document.SuggestIndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * One point in time of the index, for hits, suggestions and facets alike.
 *
 * @param facets null while no document has any
 */
public record View(
        DirectoryReader reader,
        IndexSearcher searcher,
        SuggestIndexSearcher suggester,
        @Nullable SortedSetDocValuesReaderState facets) {
    /** All types that have documents here. */
    public Set<String> types() throws IOException {
        var types = new TreeSet<String>();
        var terms = MultiTerms.getTerms(reader, Fields.TYPE);
        if (terms != null) {
            var each = terms.iterator();
            for (var term = each.next(); term != null; term = each.next()) {
                types.add(term.utf8ToString());
            }
        }
        return types;
    }
}
