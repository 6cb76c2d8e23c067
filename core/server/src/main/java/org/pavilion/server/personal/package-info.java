/**
 * What belongs to one person: what they starred, their agenda and its calendar feed, their profile and
 * card, what they agreed to; and taking all of it along or away.
 *
 * <p>No key per person is kept: nothing that is only ever appended to holds a person's words. Events
 * carry ids, and everything else is rows that are deleted or overwritten, which {@code secure_delete}
 * and a truncated write-ahead log make true of the files as well.
 */
@NullMarked
package org.pavilion.server.personal;

import org.jspecify.annotations.NullMarked;
