package org.pavilion.plugin.scifi;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code scifi.exhibit-changed.v1}: an exhibit was stored anew. */
record ExhibitChanged(Ref subject) implements DomainEvent {}
