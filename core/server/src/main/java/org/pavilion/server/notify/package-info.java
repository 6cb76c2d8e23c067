/**
 * Tells people what they should know: their inbox with its unread count on every open page, mail where
 * a server for it is configured, a digest a day for those who want one.
 *
 * <p>A mail lies in the database until the mail server has taken it; the durable task that sends it
 * carries its id alone. What was sent keeps its row without a word of it, so that the organiser sees
 * that it went out and an erased person's words are in no table.
 */
@NullMarked
package org.pavilion.server.notify;

import org.jspecify.annotations.NullMarked;
