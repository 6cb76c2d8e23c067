/** The read side of the log: consumers with cursors and durable tasks, for every projection. */
@NullMarked
package org.pavilion.server.event;

import org.jspecify.annotations.NullMarked;
