package org.pavilion.plugin.forum;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** Somebody signed an initiative, or took the signature back; the event does not say who. */
record InitiativeSigned(Ref subject, String edition) implements DomainEvent {}
