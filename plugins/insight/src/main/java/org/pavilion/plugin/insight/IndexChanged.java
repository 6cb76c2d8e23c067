package org.pavilion.plugin.insight;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code insight.index-changed.v1}: an index was stored anew. */
record IndexChanged(Ref subject) implements DomainEvent {}
