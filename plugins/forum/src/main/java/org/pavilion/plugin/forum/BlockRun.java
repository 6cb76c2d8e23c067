package org.pavilion.plugin.forum;

import java.util.List;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** A block of a session was run: its records are public from this event on. */
record BlockRun(Ref subject, String edition, String block, List<Ref> records) implements DomainEvent {}
