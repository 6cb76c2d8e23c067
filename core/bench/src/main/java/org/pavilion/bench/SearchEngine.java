package org.pavilion.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** One system under the search benchmark. */
interface SearchEngine extends AutoCloseable {
    Path dir();

    void put(SearchCorpus.Doc document) throws Exception;

    /** Everything is put: make it durable and searchable. */
    void finish() throws Exception;

    /** Makes a single change searchable. */
    void show() throws Exception;

    /** Runs a query with snippets of the top 10 and says how many documents match. */
    long find(String query) throws Exception;

    @Override
    void close() throws IOException, SQLException;
}
