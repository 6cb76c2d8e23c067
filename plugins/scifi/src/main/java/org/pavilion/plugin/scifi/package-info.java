/** The sci-fi exhibit: props and devices to look at, and what fiction and research have in common. */
@NullMarked
package org.pavilion.plugin.scifi;

import org.jspecify.annotations.NullMarked;
