package org.pavilion.plugin.scifi;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/**
 * {@code scifi.distance-voted.v1}: somebody said, or said anew, when the exhibit will be real. Who it was
 * is nobody's business.
 */
record DistanceVoted(Ref subject, String answer) implements DomainEvent {}
