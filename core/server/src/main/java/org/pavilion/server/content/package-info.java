/** Markdown made safe, and the links between objects that every what-next panel reads. */
@NullMarked
package org.pavilion.server.content;

import org.jspecify.annotations.NullMarked;
