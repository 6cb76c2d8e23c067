package org.pavilion.plugin.exhibition;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code exhibition.booth-closed.v1}: a derived booth is gone, with its exhibitor or for a booth of its own record. */
record BoothClosed(Ref subject, String edition) implements DomainEvent {}
