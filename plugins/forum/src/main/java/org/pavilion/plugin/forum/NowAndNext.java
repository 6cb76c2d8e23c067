package org.pavilion.plugin.forum;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Edition;
import org.pavilion.api.Html;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Shelf;

/** What is on now and what comes next: the line below the bar, the part of the home page, and the API. */
final class NowAndNext {
    private static final int NEXT = 2;
    private static final int ON_HOME = 6;

    private final PluginContext context;
    private final Sessions sessions;
    private final InstantSource clock;

    NowAndNext(PluginContext context, Sessions sessions, InstantSource clock) {
        this.context = context;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The API's answer. */
    record Now(String edition, List<SessionLine> live, List<SessionLine> next) {}

    /** Only an open edition has a now; archives and announcements show no line. */
    Response strip(Request request) {
        var edition = context.directory().current();
        if (edition.status() != Edition.Status.OPEN) {
            return Response.page(Html.empty());
        }
        var zone = ZoneId.of(edition.zone());
        var now = now(edition);
        var strip = new StripView(entries(now.live(), zone), entries(now.next(), zone));
        return Response.page(
                strip.live().isEmpty() && strip.next().isEmpty()
                        ? Html.empty()
                        : context.templates().render(request, "strip", strip));
    }

    Response home(Request request) {
        var editions = context.directory().withHosted(request.edition().id());
        var shown = context.storage().read(h -> {
            var timed = Programme.timed(h, sessions.shelf(), editions);
            var standing = Standing.read(h, clock.instant());
            return timed.isEmpty()
                    ? sessions.shelf()
                            .slice(h, new Shelf.Filter(editions, Optional.empty()), null, ON_HOME)
                            .records()
                    : around(timed, standing);
        });
        if (shown.isEmpty()) {
            return Response.page(Html.empty());
        }
        var rows = shown.stream()
                .map(line -> new HomeView.Entry(sessions.row(line), path(line)))
                .toList();
        return Response.page(context.templates()
                .render(
                        request,
                        "home",
                        new HomeView("/agenda", request.edition().status() == Edition.Status.OPEN, rows)));
    }

    /** What is on and comes next; at the end of the programme, its last sessions. */
    private List<SessionLine> around(List<SessionLine> timed, Standing standing) {
        var ahead = timed.stream()
                .filter(line -> !standing.of(line).equals(Optional.of(SessionLine.Phase.FINISHED)))
                .limit(ON_HOME)
                .toList();
        return ahead.isEmpty() ? timed.subList(Math.max(0, timed.size() - ON_HOME), timed.size()) : ahead;
    }

    Response json(Request request) {
        return Response.json(now(context.directory().current()));
    }

    private Now now(Edition edition) {
        var editions = context.directory().withHosted(edition.id());
        return context.storage().read(h -> {
            var standing = Standing.read(h, clock.instant());
            var timed = Programme.timed(h, sessions.shelf(), editions);
            return new Now(
                    edition.id(),
                    Programme.in(timed, SessionLine.Phase.LIVE, standing),
                    Programme.in(timed, SessionLine.Phase.NEXT, standing).stream()
                            .limit(NEXT)
                            .toList());
        });
    }

    /** The room of what is on; the page of everything else. */
    private String path(SessionLine line) {
        var page = "/forum/" + line.id();
        return context.storage()
                        .read(h -> Standing.read(h, clock.instant()))
                        .of(line)
                        .equals(Optional.of(SessionLine.Phase.LIVE))
                ? sessions.rooms().path(line).orElse(page)
                : page;
    }

    private List<StripView.Entry> entries(List<SessionLine> sessions, ZoneId zone) {
        return sessions.stream()
                .map(line ->
                        new StripView.Entry(line, Programme.hour(line.startsAt().orElseThrow(), zone), path(line)))
                .toList();
    }
}
