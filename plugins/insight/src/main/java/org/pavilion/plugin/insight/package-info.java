/** The insight board: indices and rankings with what is public of their method. */
@NullMarked
package org.pavilion.plugin.insight;

import org.jspecify.annotations.NullMarked;
