package org.pavilion.server.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.pavilion.server.plugin.Mount;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.realtime.Broadcast;

/**
 * Tells every open page which plugins run, so that it renews its frame when they come or go. The value
 * names the set and not the moment: each page knows the one it was made of, and after a restart that
 * changed nothing no page has to ask.
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
        pages.state("changed", '"' + name(plugins.mounts()) + '"');
    }

    /** A short name of what runs. */
    static String name(List<Mount> running) {
        var all = running.stream()
                .map(mount -> mount.info().id() + "@" + mount.info().version() + "-" + mount.assetVersion())
                .collect(Collectors.joining(" "));
        return Hashes.etag(all.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }
}
