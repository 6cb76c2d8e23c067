package org.pavilion.plugin.policy;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code policy.policy-versioned.v1}: the law of a policy has a new version. */
record PolicyVersioned(Ref subject) implements DomainEvent {}
