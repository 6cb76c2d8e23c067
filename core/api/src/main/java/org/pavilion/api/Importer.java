package org.pavilion.api;

import org.jdbi.v3.core.Handle;

/**
 * Stores one line, idempotent by its id: an equal record is {@link Outcome#same}. A dry run is the
 * same call, rolled back.
 */
@Stable
@FunctionalInterface
public interface Importer<T> {
    Outcome put(Handle handle, Journal journal, T line);
}
