package org.pavilion.plugin.exhibition;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code exhibition.booth-changed.v1}: a booth was edited; {@code version} is the one after the edit. */
record BoothChanged(Ref subject, String edition, long version) implements DomainEvent {}
