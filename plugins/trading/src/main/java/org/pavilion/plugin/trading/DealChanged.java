package org.pavilion.plugin.trading;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code trading.deal-changed.v1}: a deal was stored anew. */
record DealChanged(Ref subject) implements DomainEvent {}
