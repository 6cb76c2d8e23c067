/** Who looks after a room: duty, hand-over, and who has an item in hand, so that two never decide the same. */
@NullMarked
package org.pavilion.server.live.desk;

import org.jspecify.annotations.NullMarked;
