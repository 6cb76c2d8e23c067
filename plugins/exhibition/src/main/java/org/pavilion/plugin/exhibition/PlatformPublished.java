package org.pavilion.plugin.exhibition;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** {@code exhibition.platform-published.v1}: a platform was stored or replaced. */
record PlatformPublished(Ref subject, String edition) implements DomainEvent {}
