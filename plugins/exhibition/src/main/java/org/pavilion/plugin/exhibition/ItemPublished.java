package org.pavilion.plugin.exhibition;

import java.util.List;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code exhibition.item-published.v1}: an item was stored or replaced. */
record ItemPublished(Ref subject, List<String> editions, List<String> organisations) implements DomainEvent {}
