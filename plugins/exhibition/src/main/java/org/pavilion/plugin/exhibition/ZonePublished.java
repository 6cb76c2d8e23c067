package org.pavilion.plugin.exhibition;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code exhibition.zone-published.v1}: a zone was stored or replaced. */
record ZonePublished(Ref subject, String edition) implements DomainEvent {}
