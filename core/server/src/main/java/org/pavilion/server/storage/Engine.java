package org.pavilion.server.storage;

import java.sql.Connection;
import java.util.function.LongConsumer;

/** What differs between SQLite and PostgreSQL: who runs a transaction, and where. */
sealed interface Engine extends AutoCloseable permits SqliteEngine, PostgresEngine {

    Dialect dialect();

    /** Runs on a snapshot. */
    <T> T read(Reading<T> work) throws Exception;

    /** Runs as one transaction of the owner; returns after the commit is durable. */
    <T> T write(String owner, Transaction.Work<T> work) throws Exception;

    /** Runs as one transaction with the schema to itself and without the time limit. */
    <T> T exclusive(Transaction.Work<T> work) throws Exception;

    /** Calls back after each commit that appended events, with the log's head as far as it is known. */
    void onCommit(LongConsumer nudge);

    /** A connection of its own to the events that wait for their place. */
    Outbox outbox();

    StoreHealth health();

    /** Leaves no trace of what was deleted in any file of this process. */
    void scrub() throws Exception;

    @Override
    void close();

    /** What a read does. */
    @FunctionalInterface
    interface Reading<T> {
        T run(Connection connection) throws Exception;
    }
}
