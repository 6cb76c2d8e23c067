package org.pavilion.plugin.forum;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** An initiative is new or was changed. */
record InitiativeChanged(Ref subject, String edition) implements DomainEvent {}
