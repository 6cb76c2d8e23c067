package org.pavilion.server.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.suggest.document.Completion104PostingsFormat;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Text;
import org.pavilion.server.search.text.Grams;

/**
 * One index directory: a writer for its whole life, readers that see changes without a commit, and
 * commits that remember how far the log was read. What is not committed is read again from the log.
 */
public final class LiveIndex implements AutoCloseable {
    private static final double BUFFER_MB = 64;

    private final Path path;
    private final Directory directory;
    private final IndexWriter writer;
    private final Views views;
    private final DocumentMapper mapper = new DocumentMapper();
    private volatile Mark mark;

    private LiveIndex(Path path, Directory directory) throws IOException {
        this.path = path;
        this.directory = directory;
        var analyzer = new PerFieldAnalyzerWrapper(
                Grams.forWriter(), Map.<String, Analyzer>of(Fields.SUGGEST, new KeywordAnalyzer()));
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer)
                        .setCodec(new Suggesting())
                        .setRAMBufferSizeMB(BUFFER_MB)
                        .setCommitOnClose(false));
        var data = writer.getLiveCommitData();
        this.mark = data == null ? Mark.of(List.of()) : Mark.of(data);
        this.views = new Views(writer, mapper.config());
    }

    /** Opens the directory at its last commit, or an empty index. */
    public static LiveIndex open(Path path) throws IOException {
        var directory = FSDirectory.open(path);
        try {
            return new LiveIndex(path, directory);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    /** What the index holds by now, committed or not. */
    public Mark mark() {
        return mark;
    }

    public void mark(Mark reached) {
        mark = reached;
    }

    /** Replaces all parts of the object at once. */
    public void put(String owner, Text label, SearchDocument document) throws IOException {
        writer.updateDocuments(
                new Term(Fields.OBJECT, document.ref().toString()), mapper.parts(owner, label, document));
    }

    public void remove(Ref object) throws IOException {
        writer.deleteDocuments(new Term(Fields.OBJECT, object.toString()));
    }

    public void removeType(String type) throws IOException {
        writer.deleteDocuments(new Term(Fields.TYPE, type));
    }

    public void removeOwner(String owner) throws IOException {
        writer.deleteDocuments(new Term(Fields.OWNER, owner));
    }

    /** Shows what was written to the next {@link #acquire}. */
    public void refresh() throws IOException {
        views.maybeRefreshBlocking();
    }

    /** Makes everything up to the mark durable. */
    public void commit() throws IOException {
        writer.setLiveCommitData(mark.data().entrySet());
        writer.commit();
    }

    /** Merges deleted documents away and commits, so that their files go. */
    public void expunge() throws IOException {
        writer.flush();
        writer.forceMergeDeletes(true);
        commit();
        views.maybeRefreshBlocking();
        writer.deleteUnusedFiles();
    }

    /** The newest view; give it back with {@link #release}. */
    public View acquire() {
        try {
            return views.acquire();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void release(View view) {
        try {
            views.release(view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the writer met an error it cannot go on after. */
    public boolean isBroken() {
        return writer.getTragicException() != null;
    }

    public boolean isOpen() {
        return writer.isOpen();
    }

    public long documents() {
        return writer.getDocStats().numDocs;
    }

    /** Bytes on disk. */
    public long bytes() {
        long bytes = 0;
        try {
            for (var file : directory.listAll()) {
                bytes += directory.fileLength(file);
            }
        } catch (IOException e) {
            return bytes; // files come and go while the writer merges
        }
        return bytes;
    }

    /** Closes without a commit: {@link #commit} first to keep the last changes. */
    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            views.close();
        }
    }

    /** The default codec, with completion postings for one field. */
    private static final class Suggesting extends Lucene104Codec {
        private final PostingsFormat completion = new Completion104PostingsFormat();

        @Override
        public PostingsFormat getPostingsFormatForField(String field) {
            return field.equals(Fields.SUGGEST) ? completion : super.getPostingsFormatForField(field);
        }
    }
}
