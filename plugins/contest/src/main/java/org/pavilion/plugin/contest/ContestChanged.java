package org.pavilion.plugin.contest;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code contest.contest-changed.v1}: a contest was stored anew. */
record ContestChanged(Ref subject) implements DomainEvent {}
