/**
 * Screens of a room and the way into its hall: pairing by a code that is shown on the screen, codes on
 * the wall that let people without account in, and the QR codes that carry their addresses.
 */
@NullMarked
package org.pavilion.server.live.display;

import org.jspecify.annotations.NullMarked;
