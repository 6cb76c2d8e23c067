package org.pavilion.plugin.policy;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code policy.policy-changed.v1}: a policy was stored anew. */
record PolicyChanged(Ref subject) implements DomainEvent {}
