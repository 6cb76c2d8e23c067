package org.pavilion.plugin.forum;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** A session is new or was changed. */
record SessionChanged(Ref subject, String edition) implements DomainEvent {}
