package org.pavilion.plugin.scifi;

import org.pavilion.api.Names;
import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;

/** The sci-fi exhibit: props, devices, and how far fiction is from research. */
public final class ScifiPlugin implements Plugin {
    @Override
    public void start(PluginContext context) {
        context.events().publishes("scifi.exhibit-changed.v1", ExhibitChanged.class);
        new Exhibits(context, new Names(context.directory())).open(context);
    }
}
