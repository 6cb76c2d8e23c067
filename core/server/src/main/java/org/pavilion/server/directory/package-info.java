/** Series, editions, organisations, people and published figures that all boards share. */
@NullMarked
package org.pavilion.server.directory;

import org.jspecify.annotations.NullMarked;
