package org.pavilion.server.search.index;

import java.io.IOException;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.search.suggest.document.SuggestIndexSearcher;
import org.jspecify.annotations.Nullable;

/** Hands out the newest view; facet state is built once for each, off the visitors' path. */
final class Views extends ReferenceManager<View> {
    private final FacetsConfig config;

    Views(IndexWriter writer, FacetsConfig config) throws IOException {
        this.config = config;
        this.current = view(DirectoryReader.open(writer));
    }

    private View view(DirectoryReader reader) throws IOException {
        return new View(reader, new IndexSearcher(reader), new SuggestIndexSearcher(reader), facets(reader));
    }

    private @Nullable SortedSetDocValuesReaderState facets(DirectoryReader reader) throws IOException {
        for (var leaf : reader.leaves()) {
            if (leaf.reader().getFieldInfos().fieldInfo(FacetsConfig.DEFAULT_INDEX_FIELD_NAME) != null) {
                return new DefaultSortedSetDocValuesReaderState(reader, config);
            }
        }
        return null;
    }

    @Override
    protected void decRef(View view) throws IOException {
        view.reader().decRef();
    }

    @Override
    protected @Nullable View refreshIfNeeded(View before) throws IOException {
        var newer = DirectoryReader.openIfChanged(before.reader());
        return newer == null ? null : view(newer);
    }

    @Override
    protected boolean tryIncRef(View view) {
        return view.reader().tryIncRef();
    }

    @Override
    protected int getRefCount(View view) {
        return view.reader().getRefCount();
    }
}
