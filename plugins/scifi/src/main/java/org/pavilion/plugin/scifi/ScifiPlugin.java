package org.pavilion.plugin.scifi;

import org.pavilion.api.Names;
import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;

/** The sci-fi exhibit: props to walk around, films as facts, and how far fiction is from research. */
public final class ScifiPlugin implements Plugin {
    @Override
    public void start(PluginContext context) {
        context.events()
                .publishes("scifi.exhibit-changed.v1", ExhibitChanged.class)
                .publishes("scifi.distance-voted.v1", DistanceVoted.class);
        var exhibits = new Exhibits(context, new Names(context.directory()));
        exhibits.openData(context);
        context.rooms().offer("scifi", exhibits::room);
        var distances = new DistanceApi(context.storage(), exhibits);
        distances.addTo(context.routes());
        new ExhibitPages(context, exhibits, distances).addTo(context.pages());
    }
}
