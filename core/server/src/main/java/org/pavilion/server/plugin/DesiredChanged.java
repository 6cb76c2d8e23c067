package org.pavilion.server.plugin;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** Somebody decided what should become of a plugin. */
record DesiredChanged(Ref subject, String version, String wanted) implements DomainEvent {
    static final String NAME = "plugin.desired-changed.v1";
}
