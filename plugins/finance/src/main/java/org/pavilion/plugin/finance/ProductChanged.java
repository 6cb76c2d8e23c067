package org.pavilion.plugin.finance;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code finance.product-changed.v1}: a finance product was stored anew. */
record ProductChanged(Ref subject) implements DomainEvent {}
