/** Wiring by constructor, start and stop order, and the command line. */
@NullMarked
package org.pavilion.server.boot;

import org.jspecify.annotations.NullMarked;
