package org.pavilion.server.plugin;

import java.util.List;
import java.util.Map;

/** A plugin's settings as its manifest declares them, with the values of now; secrets are hidden. */
public record PluginSettings(List<SettingsSchema.Field> fields, Map<String, Object> values, long version) {}
