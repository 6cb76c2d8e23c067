package org.pavilion.server.notify;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** An announcement was written, changed, published or archived. */
record AnnouncementChanged(Ref subject, String state, long version) implements DomainEvent {}
