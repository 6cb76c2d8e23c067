package org.pavilion.plugin.forum;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** Seats of a session were taken, given back or added; the event does not say whose. */
record SeatsChanged(Ref subject, String edition, String channel) implements DomainEvent {}
