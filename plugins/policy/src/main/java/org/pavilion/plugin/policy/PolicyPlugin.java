package org.pavilion.plugin.policy;

import java.util.List;
import org.pavilion.api.Listing;
import org.pavilion.api.Names;
import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Text;

/** The policy board: documents with their measures and rules, and the programmes that carry them out. */
public final class PolicyPlugin implements Plugin {
    static final Listing.Tab POLICIES = new Listing.Tab(new Text("政策", "Policies"), "/policy", false);
    static final Listing.Tab PROGRAMMES = new Listing.Tab(new Text("改革举措", "Programmes"), "/programme", false);
    static final List<Listing.Tab> TABS = List.of(POLICIES, PROGRAMMES);

    @Override
    public void start(PluginContext context) {
        context.events()
                .publishes("policy.policy-changed.v1", PolicyChanged.class)
                .publishes("policy.programme-changed.v1", ProgrammeChanged.class);
        var names = new Names(context.directory());
        new Policies(context, names).open(context);
        new Programmes(context, names).open(context);
    }
}
