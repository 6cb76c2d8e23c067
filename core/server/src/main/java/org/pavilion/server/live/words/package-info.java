/**
 * Finds what may not be said, however it is disguised: by width, case, look-alike letters, digits for
 * letters, accents, spacing, signs between the characters, stretched letters, traditional characters,
 * and, for longer Chinese terms, characters or letters that sound the same.
 *
 * <p>A text is reduced to a skeleton that remembers where each of its characters came from; the terms,
 * reduced alike, are found in one pass over it by an Aho-Corasick automaton in a double array.
 */
@NullMarked
package org.pavilion.server.live.words;

import org.jspecify.annotations.NullMarked;
