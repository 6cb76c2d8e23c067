/**
 * A room and how it moves: what it is, its phases and stretches, the order of what happens in it, the
 * names and rights of those inside. Every module of a room (chat, questions, polls, …) stands on this
 * and on no other module.
 */
@NullMarked
package org.pavilion.server.live.room;

import org.jspecify.annotations.NullMarked;
