/** The forum board: sessions with their speakers, initiatives, and what is on now and next. */
@NullMarked
package org.pavilion.plugin.forum;

import org.jspecify.annotations.NullMarked;
