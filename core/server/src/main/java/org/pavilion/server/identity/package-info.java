/** Who is calling and what they may do: sessions, tokens, limits and the one decision can(). */
@NullMarked
package org.pavilion.server.identity;

import org.jspecify.annotations.NullMarked;
