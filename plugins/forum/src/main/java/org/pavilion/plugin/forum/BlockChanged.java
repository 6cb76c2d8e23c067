package org.pavilion.plugin.forum;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** What a block of a session holds back was changed; it says nothing of the records. */
record BlockChanged(Ref subject, String edition, String block) implements DomainEvent {}
