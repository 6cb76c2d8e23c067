package org.pavilion.plugin.contest;

import org.pavilion.api.Names;
import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;

/** The contest board: contests with their stated size, dates and champion. */
public final class ContestPlugin implements Plugin {
    @Override
    public void start(PluginContext context) {
        context.events().publishes("contest.contest-changed.v1", ContestChanged.class);
        new Contests(context, new Names(context.directory())).open(context);
    }
}
