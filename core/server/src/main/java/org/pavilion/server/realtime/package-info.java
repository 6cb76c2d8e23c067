/** Sockets, topics and fan-out: how what happens in the house reaches every open page at once. */
@NullMarked
package org.pavilion.server.realtime;

import org.jspecify.annotations.NullMarked;
