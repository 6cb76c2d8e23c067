/**
 * Sockets, topics and fan-out: how what happens in the house reaches every open page at once.
 *
 * <p>A feature {@linkplain org.pavilion.server.realtime.Realtime#serve serves} the topics of a prefix
 * from its own log and {@linkplain org.pavilion.server.realtime.Topic#publish tells} each event after
 * its commit. The engine owns numbering in order, repeats, slow readers and the sockets.
 *
 * <p>What always holds:
 *
 * <ul>
 *   <li><b>The log is the queue.</b> A topic keeps one ring of encoded events while somebody listens; a
 *       connection holds a place in it and nothing else. There is no queue for each connection, so a
 *       reader who stops costs a place, and after five seconds in flight not even that.
 *   <li><b>Events have a rev, state has none.</b> Revs of a topic are consecutive and leave in order, each
 *       once; what was told too early waits, what was never told is read from the log. A reader who fell
 *       behind the ring gets a {@code gap} and then the whole state again, so a gap cannot hide a
 *       moderator's deletion. Counters ({@code live.tick}) are state: last value wins.
 *   <li><b>Nothing runs on a fan-out thread</b> but sending: no database, no JSON, no plugin. What it sends
 *       was encoded once for everybody who waits at the same place. Its lists are its own; others hand it
 *       tasks.
 *   <li><b>One log read serves all who resume.</b> Older events are put back in front of the ring, so five
 *       thousand pages that return after a restart cost one query and one encoding. Who missed more than
 *       three quarters of a ring, or comes from another epoch, starts from the state of now.
 *   <li><b>Everybody on a topic hears the same.</b> What only some may hear is another topic. The name of a
 *       topic is never a permission: each subscription asks its source, each command {@code can()}.
 *   <li><b>The door decides.</b> No filter of the web side runs for an upgrade; origin, cookie, rate and
 *       places are checked by {@link org.pavilion.server.realtime.Door} with the functions of {@code
 *       identity}. A guest without a cookie may listen; to act the browser has to become known first.
 * </ul>
 *
 * <p>Tried and left: a virtual thread with a queue for each connection (p99 ten times higher), Jetty's
 * message API and Javalin's {@code ctx.send} (eight times the processor time for each delivery, unbounded
 * queues), writing to the end point directly (a tenth faster, but it collides with pong and close),
 * compression for each connection (forty times the processor time, a megabyte of memory for each).
 * Jetty's largest frame holds for both directions, so the smaller limit of what comes in is kept by {@link
 * org.pavilion.server.realtime.Inbound}. Jetty's upgrade handler brings an inner handler that answers
 * everything with 404; it is taken out, so that pages are served behind it.
 */
@NullMarked
package org.pavilion.server.realtime;

import org.jspecify.annotations.NullMarked;
