/**
 * How search sees text: folding, n-grams, words, pinyin. Everything here is the same for documents
 * and queries.
 *
 * <p>The fold keeps the length of a text, so offsets in folded text are offsets in the stored one.
 * Its table and the readings are generated from ICU and pinyin4j by test code and committed; neither
 * library is shipped.
 */
@NullMarked
package org.pavilion.server.search.text;

import org.jspecify.annotations.NullMarked;
