/** What is said in rooms, who may see it, and what of it flies over the picture. */
@NullMarked
package org.pavilion.server.live.chat;

import org.jspecify.annotations.NullMarked;
