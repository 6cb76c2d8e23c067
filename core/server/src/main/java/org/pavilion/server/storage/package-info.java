/**
 * Transactions that are durable when acknowledged, on SQLite or PostgreSQL, with the append side of the log.
 *
 * <p>The time limit of a write counts the writer thread's processor time: with wall time alone, honest
 * writes failed on a busy machine, and an owner's first writes are slow because they load classes.
 *
 * <p>Interrupting a changing statement makes SQLite undo the whole open group, so the neighbours of
 * such a write fail too ({@code storage.failed}, to be tried again); a slow query or slow Java costs
 * only its own write.
 *
 * <p>A plugin's prefix may begin with another's ({@code shop_} and {@code shop_floor_}): tables belong to
 * the longest prefix known to the schema's history.
 */
@NullMarked
package org.pavilion.server.storage;

import org.jspecify.annotations.NullMarked;
