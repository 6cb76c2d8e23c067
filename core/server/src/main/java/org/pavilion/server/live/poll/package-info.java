/**
 * Polls of a room: rounds that stand side by side, ballots that may be changed while a round is open,
 * and receipts with which anybody checks what was counted. Stands on the room and its views alone.
 */
@NullMarked
package org.pavilion.server.live.poll;

import org.jspecify.annotations.NullMarked;
