package org.pavilion.plugin.forum;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** A session begins, pauses or is over, as its room says. */
record SessionStood(Ref subject, String phase) implements DomainEvent {}
