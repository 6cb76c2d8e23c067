package org.pavilion.server.plugin;

import org.pavilion.server.telemetry.Telemetry;

/** The features of the house that plugins reach through their context. */
public record PluginPorts(TemplateHost templates, Telemetry telemetry) {}
