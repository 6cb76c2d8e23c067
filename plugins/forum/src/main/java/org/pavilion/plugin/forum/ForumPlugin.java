package org.pavilion.plugin.forum;

import java.time.InstantSource;
import java.util.List;
import org.pavilion.api.Listing;
import org.pavilion.api.Names;
import org.pavilion.api.Permission;
import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Route;
import org.pavilion.api.Text;

/** The forum board: sessions, initiatives, and the now-and-next line of every page. */
public final class ForumPlugin implements Plugin {
    static final Listing.Tab SESSIONS = new Listing.Tab(new Text("论坛场次", "Sessions"), "/forum", false);
    static final Listing.Tab INITIATIVES = new Listing.Tab(new Text("倡议", "Initiatives"), "/initiatives", false);
    static final List<Listing.Tab> TABS = List.of(SESSIONS, INITIATIVES);

    @Override
    public void start(PluginContext context) {
        context.events()
                .publishes("forum.session-changed.v1", SessionChanged.class)
                .publishes("forum.initiative-changed.v1", InitiativeChanged.class);
        var names = new Names(context.directory());
        var clock = InstantSource.system();
        var sessions = new Sessions(context, names, clock);
        sessions.open(context);
        new Initiatives(context, names).open(context);

        context.events()
                .on(
                        "directory.demo-laid.v1",
                        DemoSessions.DemoLaid.class,
                        event -> lay(context, sessions, event.event()));

        var now = new NowAndNext(context, sessions, clock);
        context.pages().part("frame.strip", 10, now::strip).part("home.main", 20, now::home);
        context.routes()
                .add(Route.get("/now")
                        .needs(Permission.PUBLIC)
                        .summary("What is on now and what comes next in the open edition.")
                        .answers(200, NowAndNext.Now.class)
                        .handle(now::json));
    }

    private static void lay(PluginContext context, Sessions sessions, DemoSessions.DemoLaid laid) {
        context.storage().write((h, journal) -> {
            for (var line : DemoSessions.around(laid)) {
                sessions.shelf().put(h, journal, line, sessions.changed(line));
            }
            return laid;
        });
    }
}
