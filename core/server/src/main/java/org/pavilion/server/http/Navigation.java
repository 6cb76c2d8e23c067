package org.pavilion.server.http;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.realtime.Broadcast;

/**
 * Tells every open page which plugins run, so that it renews its navigation when they come or go. The
 * value names the set and not the moment: after a restart that changed nothing no page has to ask.
 */
final class Navigation {
    static final String TOPIC = "ui";

    private final PluginHost plugins;
    private final Broadcast pages;

    Navigation(PluginHost plugins, Broadcast pages) {
        this.plugins = plugins;
        this.pages = pages;
        changed();
    }

    void changed() {
        var running = plugins.mounts().stream()
                .map(mount -> mount.info().id() + "@" + mount.info().version() + "-" + mount.assetVersion())
                .collect(Collectors.joining(" "));
        pages.state("changed", '"' + Hashes.etag(running.getBytes(StandardCharsets.UTF_8)) + '"');
    }
}
