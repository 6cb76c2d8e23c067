/**
 * From what was typed to Lucene queries, in stages of falling strictness; any string gives a query.
 *
 * <p>The index holds n-grams, only the query is cut into words: a new dictionary or glossary takes
 * effect at once. Sound-alike, fuzzy and partial matches are asked for only when nothing matched
 * strictly, so that they never stand among exact ones.
 */
@NullMarked
package org.pavilion.server.search.query;

import org.jspecify.annotations.NullMarked;
