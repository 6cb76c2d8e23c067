/** The exhibition hall: zones, booths and items that visitors tour on a map, in lists and by search. */
@NullMarked
package org.pavilion.plugin.exhibition;

import org.jspecify.annotations.NullMarked;
