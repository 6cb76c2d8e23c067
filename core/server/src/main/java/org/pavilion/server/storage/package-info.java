/** Transactions that are durable when acknowledged, on SQLite or PostgreSQL, with the append side of the log. */
@NullMarked
package org.pavilion.server.storage;

import org.jspecify.annotations.NullMarked;
