package org.pavilion.plugin.policy;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code policy.programme-changed.v1}: a programme was stored anew. */
record ProgrammeChanged(Ref subject) implements DomainEvent {}
