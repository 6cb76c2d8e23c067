/**
 * The house's own picture for rooms that have none yet: a test card with a running clock, encoded and
 * packed for HLS without any tool, so that a demo shows a stream on every machine.
 *
 * <p>The encoder is exact and simple: a macroblock is predicted when its neighbours give it without a
 * rest, else sent as raw samples; what did not change since the frame before is skipped. Flat pictures
 * come out small. A segment is a pure function of its number, so any of them can be made at any time,
 * and media time never jumps back: there is no loop to notice.
 */
@NullMarked
package org.pavilion.server.live.stream;

import org.jspecify.annotations.NullMarked;
