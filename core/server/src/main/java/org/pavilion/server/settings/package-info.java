/** Typed configuration of one server process, from flags, environment and file, for every feature. */
@NullMarked
package org.pavilion.server.settings;

import org.jspecify.annotations.NullMarked;
