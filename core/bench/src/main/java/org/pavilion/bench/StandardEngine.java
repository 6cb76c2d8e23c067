package org.pavilion.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Lucene as one meets it first: StandardAnalyzer, all words required, UnifiedHighlighter. */
final class StandardEngine implements SearchEngine {
    private final Path dir;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final FacetsConfig config = new FacetsConfig();
    private DirectoryReader reader;
    private DefaultSortedSetDocValuesReaderState state;

    StandardEngine(Path dir) throws IOException {
        this.dir = Files.createDirectories(dir);
        directory = FSDirectory.open(dir);
        writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
        put(new SearchCorpus.Doc("first", "first", "first", "first"));
        reader = DirectoryReader.open(writer);
        state = new DefaultSortedSetDocValuesReaderState(reader, config);
    }

    @Override
    public Path dir() {
        return dir;
    }

    @Override
    public void put(SearchCorpus.Doc source) throws IOException {
        var document = new Document();
        document.add(new StringField("id", source.id(), Store.YES));
        document.add(new StringField("acl", "pub", Store.NO));
        document.add(new TextField("title", source.title(), Store.YES));
        document.add(new TextField("body", source.body(), Store.YES));
        document.add(new SortedSetDocValuesFacetField("type", source.type()));
        document.add(new SortedSetDocValuesFacetField("zone", source.type()));
        writer.updateDocument(new Term("id", source.id()), config.build(document));
    }

    @Override
    public void finish() throws IOException {
        writer.commit();
        show();
    }

    @Override
    public void show() throws IOException {
        var newer = DirectoryReader.openIfChanged(reader);
        if (newer != null) {
            reader.close();
            reader = newer;
            state = new DefaultSortedSetDocValuesReaderState(reader, config);
        }
    }

    @Override
    public long find(String typed) throws IOException {
        var searcher = new IndexSearcher(reader);
        var builder = new QueryBuilder(analyzer);
        var words = new BooleanQuery.Builder();
        for (var field : new String[] {"title", "body"}) {
            Query query = builder.createBooleanQuery(field, typed, Occur.MUST);
            words.add(query == null ? MatchNoDocsQuery.INSTANCE : query, Occur.SHOULD);
        }
        var query = new BooleanQuery.Builder()
                .add(words.build(), Occur.MUST)
                .add(new TermQuery(new Term("acl", "pub")), Occur.FILTER)
                .build();
        var found = FacetsCollectorManager.search(searcher, query, 10, new FacetsCollectorManager());
        FacetsCollector all = found.facetsCollector();
        var counts = new SortedSetDocValuesFacetCounts(state, all);
        counts.getTopChildren(50, "type");
        counts.getTopChildren(50, "zone");
        UnifiedHighlighter.builder(searcher, analyzer).build().highlight("body", query, found.topDocs(), 1);
        return found.topDocs().totalHits.value();
    }

    @Override
    public void close() throws IOException {
        reader.close();
        writer.close();
        directory.close();
    }
}
