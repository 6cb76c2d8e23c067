/**
 * How well one message reaches many sockets: our server and its peers under the same load, each in a
 * process of its own. The load tool speaks RFC 6455 itself and only counts, so that it costs little.
 */
@NullMarked
package org.pavilion.bench.fanout;

import org.jspecify.annotations.NullMarked;
