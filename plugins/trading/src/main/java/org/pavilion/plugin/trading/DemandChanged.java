package org.pavilion.plugin.trading;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code trading.demand-changed.v1}: a demand was stored anew. */
record DemandChanged(Ref subject) implements DomainEvent {}
