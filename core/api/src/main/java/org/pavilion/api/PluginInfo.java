package org.pavilion.api;

/** Who the running plugin is. {@code prefix} owns its tables, events and permissions. */
@Stable
public record PluginInfo(String id, String version, String prefix, Text name) {}
