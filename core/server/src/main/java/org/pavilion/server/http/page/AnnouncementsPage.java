package org.pavilion.server.http.page;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Text;
import org.pavilion.server.announce.Announcement;
import org.pavilion.server.announce.Announcements;
import org.pavilion.server.http.PageTools;

/** Announcements: written, shown on every page, kept. */
final class AnnouncementsPage {
    static final Permission NEEDS = new Permission("announcement:publish");

    private static final String PATH = "/organiser/announcements";
    private static final Map<String, String> TOLD = Map.of(
            "drafted", "announcements.done.drafted",
            "edited", "announcements.done.edited",
            "published", "announcements.done.published",
            "archived", "announcements.done.archived");
    /** What takes an act back. */
    private static final Map<String, String> BACK = Map.of("published", "archive", "archived", "publish");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final Announcements announcements;
    private final PageTools tools;

    AnnouncementsPage(Announcements announcements, PageTools tools) {
        this.announcements = announcements;
        this.tools = tools;
    }

    /** What the form sends; {@code live} is the button that shows it at once. */
    record Written(
            Optional<String> zh,
            Optional<String> en,
            Optional<String> link,
            Optional<String> until,
            boolean urgent,
            Optional<Long> version,
            boolean live) {}

    Response list(Request request) {
        return page(request, 200, Typed.NOTHING, Optional.empty());
    }

    Response one(Request request) {
        var it = announcements.get(request.path("id"));
        return page(request, 200, typed(request, it), Optional.of(it));
    }

    List<Route> forms() {
        return List.of(
                form(PATH).takes(Written.class).handle(this::write),
                form(PATH + "/{id}").takes(Written.class).handle(this::edit),
                form(PATH + "/{id}/publish").handle(request -> {
                    announcements.publish(request.path("id"), request.caller().ref());
                    return done(request, "published", request.path("id"));
                }),
                form(PATH + "/{id}/archive").handle(request -> {
                    announcements.archive(request.path("id"), request.caller().ref());
                    return done(request, "archived", request.path("id"));
                }));
    }

    private static Route.Draft form(String path) {
        return Route.post(path).needs(NEEDS).answers(303, Void.class);
    }

    private Response write(Request request) {
        var written = request.body(Written.class);
        try {
            var by = request.caller().ref();
            var id = announcements.draft(draft(request, written), by);
            if (written.live()) {
                announcements.publish(id, by);
            }
            return done(request, written.live() ? "published" : "drafted", id);
        } catch (Problem refused) {
            return page(request, refused.status(), typed(written).refused(refused), Optional.empty());
        }
    }

    private Response edit(Request request) {
        var written = request.body(Written.class);
        var it = announcements.get(request.path("id"));
        try {
            var by = request.caller().ref();
            announcements.edit(it.id(), written.version().orElse(0L), draft(request, written), by);
            if (written.live()) {
                announcements.publish(it.id(), by);
            }
            return done(request, written.live() ? "published" : "edited", it.id());
        } catch (Problem refused) {
            return page(request, refused.status(), typed(written).refused(refused), Optional.of(it));
        }
    }

    private Response page(Request request, int status, Typed typed, Optional<Announcement> edited) {
        var done = request.query("done").filter(TOLD::containsKey);
        var undo = done.map(BACK::get)
                .flatMap(act -> request.query("id")
                        .filter(id -> id.matches("[0-9a-f-]{36}"))
                        .map(id -> PATH + "/" + id + "/" + act))
                .orElse("");
        var notice = done.map(word -> new Desk.Notice(TOLD.getOrDefault(word, ""), ""));
        var model = new AnnouncementSheet(announcements.all(), typed, edited, Instant.now(), notice, undo);
        return new Response.Page(status, tools.render(request, "announcements", model));
    }

    private static Announcement.Draft draft(Request request, Written written) {
        var zh = written.zh().map(String::strip).orElse("");
        var en = written.en().map(String::strip).orElse("");
        if (zh.isEmpty() && en.isEmpty()) {
            throw Problem.invalid(
                    "/zh", request.language() == Language.EN ? "Say it in one language at least" : "请至少用一种语言填写");
        }
        return new Announcement.Draft(
                new Text(zh, en),
                written.link().map(String::strip),
                written.urgent(),
                written.until().map(text -> instant(request, text)));
    }

    /** A clock time of the venue. */
    private static Instant instant(Request request, String text) {
        try {
            return LocalDateTime.parse(text)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .atZone(ZoneId.of(request.edition().zone()))
                    .toInstant();
        } catch (DateTimeException e) {
            throw Problem.invalid("/until", "a day and a time are required").causedBy(e);
        }
    }

    private static Typed typed(Request request, Announcement it) {
        var values = new LinkedHashMap<String, String>();
        values.put("zh", it.text().zh());
        values.put("en", it.text().en());
        values.put("link", it.link().orElse(""));
        values.put("urgent", String.valueOf(it.urgent()));
        var zone = ZoneId.of(request.edition().zone());
        values.put("until", it.until().map(at -> CLOCK.format(at.atZone(zone))).orElse(""));
        return Typed.of(values);
    }

    private static Typed typed(Written written) {
        var values = new LinkedHashMap<String, String>();
        values.put("zh", written.zh().orElse(""));
        values.put("en", written.en().orElse(""));
        values.put("link", written.link().orElse(""));
        values.put("until", written.until().orElse(""));
        values.put("urgent", String.valueOf(written.urgent()));
        return Typed.of(values);
    }

    private static Response done(Request request, String what, String id) {
        return Response.redirect(URI.create(Desk.localised(
                request, Address.of(PATH).with("done", what).with("id", id).toString())));
    }
}
