package org.pavilion.server.personal;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** Somebody agreed to something, or took it back. */
record ConsentChanged(Ref subject, String consent, boolean given) implements DomainEvent {}
