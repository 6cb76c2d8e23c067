package org.pavilion.api;

import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads the current documents of one type. Indexing never depends on who caused a change. */
@Stable
public interface SearchSource {

    /** All ids, for a rebuild; the caller closes the stream. */
    Stream<String> ids(Handle handle);

    /** The object's current document; empty when it is gone or never to be found. */
    Optional<SearchDocument> document(Handle handle, String id);
}
