package org.pavilion.server.plugin;

import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** A plugin's settings have a new version; the values stay out of the log. */
record SettingsChanged(Ref subject, long version) implements DomainEvent {
    static final String NAME = "plugin.settings-changed.v1";
}
