package org.pavilion.plugin.forum;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/**
 * The organiser changed when or where a session takes place, or whether it does; those who starred it
 * are told.
 *
 * @param what {@code late}, {@code slots} of it are late, {@code moved}, {@code cancelled} or {@code restored}
 */
record SessionTold(Ref subject, String edition, String what) implements DomainEvent {}
