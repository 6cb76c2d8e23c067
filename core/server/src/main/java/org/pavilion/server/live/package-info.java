/**
 * Live rooms for everybody who watches or talks: phases, chat, reactions, danmaku, the stream over HLS
 * and the replay with its chat aligned.
 *
 * <p>A room belongs to its target and is named by the target's reference. Its rows are its log: each
 * change that viewers may see takes the room's next {@code rev} under the room row's lock, in the same
 * transaction, so that commits have the order of revs and there is never a hole. What viewers see of a
 * message is decided in one place, {@code MessageRows.VISIBLE}; live feed, join, history, catch-up and
 * replay all read through it. The socket only carries what is committed.
 */
@NullMarked
package org.pavilion.server.live;

import org.jspecify.annotations.NullMarked;
