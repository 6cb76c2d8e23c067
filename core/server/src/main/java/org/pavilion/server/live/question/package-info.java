/**
 * Questions of a room: one queue for the web and the hall, moved by the desk from one state to the
 * next, with one vote a person. Stands on the room and its views alone.
 */
@NullMarked
package org.pavilion.server.live.question;

import org.jspecify.annotations.NullMarked;
