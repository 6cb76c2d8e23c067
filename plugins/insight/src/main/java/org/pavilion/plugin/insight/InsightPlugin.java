package org.pavilion.plugin.insight;

import org.pavilion.api.Names;
import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;

/** The insight board: published indices, rankings and assessments with what is known of their method. */
public final class InsightPlugin implements Plugin {

    @Override
    public void start(PluginContext context) {
        context.events().publishes("insight.index-changed.v1", IndexChanged.class);
        new Indices(context, new Names(context.directory())).open(context);
    }
}
