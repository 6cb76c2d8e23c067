/** Trusted plugins: install, start, mount, update and remove while the house is open. */
@NullMarked
package org.pavilion.server.plugin;

import org.jspecify.annotations.NullMarked;
