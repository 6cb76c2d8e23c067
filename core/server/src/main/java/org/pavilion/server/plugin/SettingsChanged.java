package org.pavilion.server.plugin;

import java.util.List;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;

/** The settings of a plugin or of the house have a new version: which ones changed; the values stay out of the log. */
record SettingsChanged(Ref subject, long version, List<String> changed) implements DomainEvent {
    static final String NAME = "plugin.settings-changed.v1";
}
