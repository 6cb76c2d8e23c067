package org.pavilion.server.notify;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** Somebody's inbox got an item. */
record Told(Ref subject, String item, String kind) implements DomainEvent {}
