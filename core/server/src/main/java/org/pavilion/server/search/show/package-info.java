/** How a found text is shown: the passage that matched best, with what matched marked. */
@NullMarked
package org.pavilion.server.search.show;

import org.jspecify.annotations.NullMarked;
