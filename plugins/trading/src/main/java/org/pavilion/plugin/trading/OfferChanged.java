package org.pavilion.plugin.trading;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code trading.offer-changed.v1}: an offer was stored anew. */
record OfferChanged(Ref subject) implements DomainEvent {}
