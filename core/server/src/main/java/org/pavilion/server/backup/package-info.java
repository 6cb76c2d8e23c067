/**
 * Everything of a house in one file, made while it is open, and the way back into an empty directory.
 *
 * <p>A backup holds rows, not pages of a database file: one form serves SQLite and PostgreSQL, in both
 * directions. The schema travels along as the scripts that made it, so an older backup comes back as it was and
 * is brought up to date by the next start. Rows are read from one snapshot; files are named by their content
 * and written before the row that names them, so the ones found afterwards are enough.
 *
 * <p>Left out: secrets, sign-in sessions, the search index (it is rebuilt) and logs.
 */
@NullMarked
package org.pavilion.server.backup;

import org.jspecify.annotations.NullMarked;
