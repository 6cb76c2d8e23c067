package org.pavilion.plugin.trading;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code trading.agency-changed.v1}: an agency was stored anew. */
record AgencyChanged(Ref subject) implements DomainEvent {}
