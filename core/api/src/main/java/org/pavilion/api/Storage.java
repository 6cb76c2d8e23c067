package org.pavilion.api;

import org.jdbi.v3.core.Handle;

/**
 * SQL on SQLite or PostgreSQL, the same text on both.
 *
 * <p>On SQLite {@link #write} runs on the one writer thread: SQL and pure computation only, no I/O,
 * no waiting. Past 250 ms it is interrupted and rolled back. A read inside a read goes
 * on in the same snapshot; any other nesting is refused.
 */
@Stable
public interface Storage {

    /** Runs on a snapshot that neither blocks nor is blocked by writers; changes are refused. */
    <T, X extends Exception> T read(Read<T, X> work) throws X;

    /** One transaction; returns after the commit is durable. Anything thrown rolls it back whole. */
    <T, X extends Exception> T write(Write<T, X> work) throws X;

    Blobs blobs();

    @FunctionalInterface
    interface Read<T, X extends Exception> {
        T run(Handle handle) throws X;
    }

    @FunctionalInterface
    interface Write<T, X extends Exception> {
        T run(Handle handle, Journal journal) throws X;
    }
}
