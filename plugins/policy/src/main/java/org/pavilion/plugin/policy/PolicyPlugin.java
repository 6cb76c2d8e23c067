package org.pavilion.plugin.policy;

import java.time.Clock;
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
                .publishes("policy.policy-versioned.v1", PolicyVersioned.class)
                .publishes("policy.programme-changed.v1", ProgrammeChanged.class);
        var policies = new Policies(context);
        var versions = new PolicyVersions(context.json());
        var statutes = new Statutes(context.storage(), context.directory(), policies, versions, Clock.systemUTC());
        var profiles = new Profiles(statutes);
        context.imports().accept("policy", Policy.class, new PolicyImport(policies, versions, context.links())::put);
        context.search().provide("policy", policies.searched());
        policies.addTo(context.routes());
        new RuleApi(context.storage(), statutes, profiles, versions).addTo(context.routes());
        new PolicyPages(context, policies, versions, statutes, profiles).addTo(context.pages());
        new Programmes(context, new Names(context.directory())).open(context);
    }
}
