package org.pavilion.server.imports;

import org.jdbi.v3.core.Handle;
import org.pavilion.api.Importer;
import org.pavilion.api.Journal;
import org.pavilion.api.Outcome;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.StorageMount;

/** One kind of record that somebody accepts, with all it takes to bind and store a line of it. */
record Kind<T extends Record>(
        String owner, String name, Class<T> line, Importer<T> importer, StorageMount storage, Json json) {

    Record bind(String text) {
        return json.read(text, line);
    }

    Outcome put(Handle handle, Journal journal, Record record) {
        return importer.put(handle, journal, line.cast(record));
    }
}
