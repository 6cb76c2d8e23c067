package org.pavilion.server.http.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Calendar;
import org.pavilion.api.ICalendar;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Text;
import org.pavilion.server.http.CorePage;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.notify.KindChoice;
import org.pavilion.server.notify.Way;
import org.pavilion.server.notify.Wish;
import org.pavilion.server.personal.Personal;

/**
 * What a person keeps here: agenda, favourites, inbox. Plain forms, each of which only ever touches the
 * caller's own account, as those of {@link MyAccountPages}.
 */
final class MePages {
    private static final Permission EDIT = new Permission("profile:edit");
    private static final int PAGE = 30;
    private static final int NEXT = 3;
    private static final Set<String> TOLD =
            Set.of("starred", "unstarred", "noted", "read", "feed", "feed-off", "wishes");

    private final HttpParts parts;
    private final Personal personal;
    private final PageTools tools;

    MePages(HttpParts parts, PageTools tools) {
        this.parts = parts;
        this.personal = parts.personal();
        this.tools = tools;
    }

    record StarForm(String ref) {}

    record NoteForm(Optional<String> note) {}

    /** @param ways how to hear of each of the kinds, in their order */
    record WishForm(boolean digest, List<String> kinds, List<String> ways) {}

    List<CorePage> pages() {
        return List.of(
                page("/me", this::overview),
                page("/me/agenda", this::agenda),
                page("/me/favourites", this::favourites),
                page("/me/inbox", this::inbox),
                new CorePage("/me/calendar/{file}", Permission.PUBLIC, this::calendar),
                new CorePage(
                        "/unsubscribe/{secret}",
                        Permission.PUBLIC,
                        request -> unsubscribe(request, request.query("done").isPresent())));
    }

    List<Route> forms() {
        return List.of(
                form("/me/favourites").takes(StarForm.class).handle(request -> {
                    personal.star(
                            me(request),
                            List.of(Ref.of(request.body(StarForm.class).ref())));
                    return done(request, "/me/favourites", "starred");
                }),
                form("/me/favourites/{ref}/remove").handle(request -> {
                    personal.unstar(me(request), Ref.of(request.path("ref")));
                    return done(request, "/me/favourites", "unstarred");
                }),
                form("/me/favourites/{ref}/note").takes(NoteForm.class).handle(request -> {
                    personal.note(
                            me(request),
                            Ref.of(request.path("ref")),
                            request.body(NoteForm.class).note().orElse(""));
                    return done(request, "/me/favourites", "noted");
                }),
                form("/me/agenda/feed").handle(request -> {
                    personal.renewFeed(me(request));
                    return done(request, "/me/agenda", "feed");
                }),
                form("/me/agenda/feed/revoke").handle(request -> {
                    personal.revokeFeed(me(request));
                    return done(request, "/me/agenda", "feed-off");
                }),
                form("/me/inbox/read-all").handle(request -> {
                    parts.notices().readAll(me(request));
                    return done(request, "/me/inbox", "read");
                }),
                form("/me/inbox/{id}/open").handle(this::openItem),
                form("/me/inbox/wishes").takes(WishForm.class).handle(request -> {
                    parts.notices().wish(me(request), wish(me(request), request.body(WishForm.class)));
                    return done(request, "/me/inbox", "wishes");
                }),
                Route.post("/unsubscribe/{secret}")
                        .needs(Permission.PUBLIC)
                        .answers(303, Void.class)
                        .handle(request -> {
                            parts.notices().unsubscribe(request.path("secret"));
                            return redirect(request, "/unsubscribe/" + request.path("secret") + "?done=yes");
                        }));
    }

    private static CorePage page(String path, Route.Handler handler) {
        return new CorePage(path, EDIT, handler);
    }

    private static Route.Draft form(String path) {
        return Route.post(path).needs(EDIT).answers(303, Void.class);
    }

    private Response overview(Request request) {
        var me = me(request);
        var now = Instant.now();
        var next = slots(me).stream()
                .filter(slot -> slot.entry().end().isAfter(now))
                .limit(NEXT)
                .toList();
        var account = parts.identity().accounts().find(me).orElseThrow(() -> Problem.notFound("this account"));
        var model = new Me.Overview(
                account, parts.notices().unread(me), personal.favourites(me).size(), next);
        return Response.page(tools.render(request, "me", model));
    }

    private Response agenda(Request request) {
        var me = me(request);
        var feed = personal.feed(me).map(secret -> "/me/calendar/" + secret + ".ics");
        return Response.page(tools.render(request, "me-agenda", new Me.Agenda(slots(me), feed, notice(request))));
    }

    private List<Me.Slot> slots(Ref me) {
        var all = personal.agenda(me);
        return all.stream()
                .map(entry -> new Me.Slot(
                        entry,
                        all.stream()
                                .filter(entry::clashes)
                                .map(Calendar.Entry::title)
                                .toList()))
                .toList();
    }

    private Response favourites(Request request) {
        var kept = personal.favourites(me(request));
        var refs = kept.stream().map(each -> each.ref()).toList();
        var remaining = parts.directory().remaining(refs);
        var known = parts.search().documents(Set.copyOf(remaining.values()));
        var stars = kept.stream()
                .map(each -> {
                    var document = Optional.ofNullable(known.get(remaining.getOrDefault(each.ref(), each.ref())));
                    return new Me.Star(
                            each.ref(),
                            document.map(found -> found.title())
                                    .orElseGet(() -> Text.same(each.ref().toString())),
                            document.map(found -> found.link().toString())
                                    .orElseGet(() -> parts.paths().apply(each.ref())),
                            each.note(),
                            each.at());
                })
                .toList();
        return Response.page(tools.render(request, "me-favourites", new Me.Favourites(stars, notice(request))));
    }

    private Response inbox(Request request) {
        var me = me(request);
        var found = parts.notices().inbox(me, request.query("before").orElse(""), PAGE + 1);
        var items = found.subList(0, Math.min(PAGE, found.size()));
        var more = found.size() > PAGE
                ? Optional.of("/me/inbox?before=" + items.getLast().id())
                : Optional.<String>empty();
        var model = new Me.Inbox(
                items,
                parts.notices().unread(me),
                more,
                parts.notices().wish(me),
                parts.notices().kinds(me),
                parts.notices().mails(),
                notice(request));
        return Response.page(tools.render(request, "me-inbox", model));
    }

    private Wish wish(Ref me, WishForm form) {
        var known = parts.notices().kinds(me).stream().map(KindChoice::kind).toList();
        var ways = new HashMap<>(parts.notices().wish(me).ways());
        for (int i = 0; i < Math.min(form.kinds().size(), form.ways().size()); i++) {
            var kind = form.kinds().get(i);
            if (!known.contains(kind)) {
                throw Problem.notFound("this kind of notice");
            }
            ways.put(kind, way(form.ways().get(i)));
        }
        return new Wish(form.digest(), ways);
    }

    private static Way way(String name) {
        return Arrays.stream(Way.values())
                .filter(way -> way.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("/ways", "no way to be told: " + name));
    }

    /** Opening an item reads it. */
    private Response openItem(Request request) {
        var me = me(request);
        var id = request.path("id");
        var item = parts.notices().inbox(me, "", Integer.MAX_VALUE).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("this item"));
        parts.notices().read(me, id);
        return redirect(request, parts.paths().apply(item.about()));
    }

    private Response calendar(Request request) {
        var file = request.path("file");
        var me = file.endsWith(".ics") ? personal.reader(file.substring(0, file.length() - 4)) : Optional.<Ref>empty();
        var events = personal.agenda(me.orElseThrow(() -> Problem.notFound("this calendar"))).stream()
                .map(entry -> new ICalendar.Event(
                        entry.ref().type() + "-" + entry.ref().id() + "@pavilion",
                        entry.version(),
                        entry.changed(),
                        new ICalendar.When.Hours(entry.start(), entry.end()),
                        entry.title().in(request.language()),
                        "",
                        entry.place().isEmpty() ? Optional.empty() : Optional.of(entry.place()),
                        List.of(),
                        entry.cancelled()))
                .toList();
        var name = request.language() == Language.EN ? "My agenda" : "我的日程";
        var text = new ICalendar(name, ZoneId.of(request.edition().zone()), events).text();
        return Response.stream(
                "text/calendar; charset=utf-8", "agenda.ics", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Response unsubscribe(Request request, boolean done) {
        return Response.page(tools.render(request, "unsubscribe", new Me.Unsubscribe(request.path("secret"), done)));
    }

    private static Optional<Desk.Notice> notice(Request request) {
        return request.query("done").filter(TOLD::contains).map(word -> new Desk.Notice("me.done." + word, ""));
    }

    private static Ref me(Request request) {
        return Personal.account(request.caller());
    }

    private static Response done(Request request, String path, String what) {
        return redirect(request, path + "?done=" + what);
    }

    private static Response redirect(Request request, String path) {
        return Response.redirect(URI.create(Desk.localised(request, path)));
    }
}
