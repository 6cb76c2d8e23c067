/**
 * What was done with the right of a job, for whoever has to answer for it: rows chained by hash, signed at
 * checkpoints outside the database.
 *
 * <p>A row follows the event log, so nothing is both done and unlogged. A checkpoint carries eight bytes of
 * every row's hash since the one before: a chain that somebody rewrote and hashed anew is named by row, not
 * by a stretch of a thousand.
 *
 * <p>When the store or an event stands in the way, audit stops where it is, tries the same events again and
 * says so; nothing is skipped. When rows were tampered with, it goes on writing behind them: acts from then on
 * are still recorded, and {@code pavilion audit verify} names the first bad row.
 */
@NullMarked
package org.pavilion.server.audit;

import org.jspecify.annotations.NullMarked;
