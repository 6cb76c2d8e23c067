package org.pavilion.plugin.exhibition;

import java.util.Optional;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code exhibition.booth-published.v1}: a booth opened or was replaced as a whole. */
record BoothPublished(Ref subject, String edition, Optional<String> exhibitor, String code) implements DomainEvent {}
