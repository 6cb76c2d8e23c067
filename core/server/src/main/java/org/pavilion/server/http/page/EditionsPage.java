package org.pavilion.server.http.page;

import java.net.URI;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pavilion.api.Board;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Text;
import org.pavilion.server.directory.EditionDraft;
import org.pavilion.server.directory.EditionState;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.http.PageTools;

/** Editions: made, cloned, changed, frozen, and which one is shown. */
final class EditionsPage {
    static final Permission NEEDS = new Permission("edition:manage");

    private static final String PATH = "/organiser/editions";
    private static final Map<String, String> TOLD = Map.of(
            "created", "editions.done.created",
            "edited", "editions.done.edited",
            "cloned", "editions.done.cloned",
            "frozen", "editions.done.frozen",
            "thawed", "editions.done.thawed",
            "chosen", "editions.done.chosen",
            "unchosen", "editions.done.unchosen",
            "undone", "editions.done.undone");
    private static final Map<String, String> BACK =
            Map.of("frozen", "thaw", "thawed", "freeze", "chosen", "unchoose", "unchosen", "choose");

    private final ExpoDirectory directory;
    private final PageTools tools;

    EditionsPage(ExpoDirectory directory, PageTools tools) {
        this.directory = directory;
        this.tools = tools;
    }

    record Written(
            Optional<String> id,
            Optional<String> zh,
            Optional<String> en,
            Optional<String> summaryZh,
            Optional<String> summaryEn,
            Optional<String> year,
            Optional<String> status,
            Optional<String> start,
            Optional<String> end,
            Optional<String> zone,
            Optional<String> format,
            List<String> boards,
            Optional<Long> version) {}

    Response list(Request request) {
        return page(request, 200, fresh(request), Optional.empty());
    }

    Response one(Request request) {
        var state = state(request.path("id"));
        return page(request, 200, typed(state), Optional.of(state));
    }

    List<Route> forms() {
        return List.of(
                form(PATH).takes(Written.class).handle(this::create),
                form(PATH + "/{id}").takes(Written.class).handle(this::edit),
                form(PATH + "/{id}/clone").takes(Written.class).handle(this::copy),
                form(PATH + "/{id}/freeze").handle(r -> rule(r, "frozen", () -> directory.freezeEdition(id(r), true))),
                form(PATH + "/{id}/thaw").handle(r -> rule(r, "thawed", () -> directory.freezeEdition(id(r), false))),
                form(PATH + "/{id}/choose").handle(r -> rule(r, "chosen", () -> directory.chooseEdition(id(r), true))),
                form(PATH + "/{id}/unchoose")
                        .handle(r -> rule(r, "unchosen", () -> directory.chooseEdition(id(r), false))),
                form(PATH + "/{id}/undo").handle(r -> rule(r, "undone", () -> directory.undoEdition(id(r)))));
    }

    private static Route.Draft form(String path) {
        return Route.post(path).needs(NEEDS).answers(303, Void.class);
    }

    private Response create(Request request) {
        var written = request.body(Written.class);
        try {
            var id = written.id().map(String::strip).orElse("");
            directory.createEdition(id, draft(written));
            return done(request, "created", id);
        } catch (Problem refused) {
            return page(request, refused.status(), typed(written).refused(refused), Optional.empty());
        }
    }

    private Response edit(Request request) {
        var written = request.body(Written.class);
        var state = state(id(request));
        try {
            var undo = directory.editEdition(
                    state.edition().id(),
                    written.version().orElse(0L),
                    draft(written),
                    request.caller().ref());
            return Response.redirect(URI.create(Desk.localised(
                    request,
                    Address.of(PATH).with("done", "edited").with("undo", undo).toString())));
        } catch (Problem refused) {
            return page(request, refused.status(), typed(written).refused(refused), Optional.of(state));
        }
    }

    private Response copy(Request request) {
        var written = request.body(Written.class);
        var state = state(id(request));
        try {
            var id = written.id().map(String::strip).orElse("");
            directory.cloneEdition(state.edition().id(), id, name(written, "zh"), year(written));
            return done(request, "cloned", id);
        } catch (Problem refused) {
            var typed = new LinkedHashMap<>(typed(state).values());
            typed.put("copyId", written.id().orElse(""));
            typed.put("copyZh", written.zh().orElse(""));
            typed.put("copyEn", written.en().orElse(""));
            typed.put("copyYear", written.year().orElse(""));
            return page(request, refused.status(), Typed.of(typed).refused(copied(refused)), Optional.of(state));
        }
    }

    /** The clone's own fields stand in a form of their own. */
    private static Problem copied(Problem refused) {
        var pointer = refused.pointer();
        return pointer == null || pointer.length() < 2
                ? refused
                : refused.at("/copy" + Character.toUpperCase(pointer.charAt(1)) + pointer.substring(2));
    }

    private Response rule(Request request, String what, Runnable act) {
        act.run();
        return done(request, what, id(request));
    }

    private Response page(Request request, int status, Typed typed, Optional<EditionState> edited) {
        var done = request.query("done").filter(TOLD::containsKey);
        var undo = request.query("undo")
                .filter(id -> id.matches("[0-9a-f-]{36}"))
                .map(id -> PATH + "/" + id + "/undo")
                .or(() -> done.map(BACK::get)
                        .flatMap(act -> request.query("id")
                                .filter(id -> id.matches("[a-z0-9-]{1,80}"))
                                .map(id -> PATH + "/" + id + "/" + act)))
                .orElse("");
        var model = new EditionSheet(
                directory.editionStates(),
                directory.current().id(),
                directory.boards(),
                ZoneId.getAvailableZoneIds().stream().sorted().toList(),
                typed,
                edited,
                done.map(word -> new Desk.Notice(TOLD.getOrDefault(word, ""), "")),
                undo);
        return new Response.Page(status, tools.render(request, "editions", model));
    }

    private EditionState state(String id) {
        return directory.editionStates().stream()
                .filter(each -> each.edition().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("this edition"));
    }

    private static EditionDraft draft(Written written) {
        var name = name(written, "zh");
        var zh = written.summaryZh().map(String::strip).orElse("");
        var en = written.summaryEn().map(String::strip).orElse("");
        return new EditionDraft(
                name,
                zh.isEmpty() && en.isEmpty() ? name : new Text(zh, en),
                year(written),
                written.status().orElse("announced"),
                written.start().map(text -> day(text, "/start")),
                written.end().map(text -> day(text, "/end")),
                written.zone().orElse("Asia/Shanghai"),
                written.format().orElse("hybrid"),
                written.boards());
    }

    private static Text name(Written written, String field) {
        var zh = written.zh().map(String::strip).orElse("");
        var en = written.en().map(String::strip).orElse("");
        if (zh.isEmpty() && en.isEmpty()) {
            throw Problem.invalid("/" + field, "a name in one language at least is required");
        }
        return new Text(zh, en);
    }

    private static int year(Written written) {
        return written.year()
                .map(String::strip)
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .orElseThrow(() -> Problem.invalid("/year", "a year such as 2027 is required"));
    }

    /** As much of a day as is known: 2027, 2027-05 or 2027-05-19. */
    private static PartialDate day(String text, String pointer) {
        try {
            return new PartialDate(text.strip());
        } catch (Problem | IllegalArgumentException e) {
            throw Problem.invalid(pointer, "2027, 2027-05 or 2027-05-19 is required")
                    .causedBy(e);
        }
    }

    private static Typed fresh(Request request) {
        return Typed.of(Map.of("zone", request.edition().zone(), "format", "hybrid", "status", "announced"));
    }

    private static Typed typed(EditionState state) {
        var it = state.edition();
        var values = new LinkedHashMap<String, String>();
        values.put("zh", it.name().zh());
        values.put("en", it.name().en());
        values.put("summaryZh", it.summary().zh());
        values.put("summaryEn", it.summary().en());
        values.put("year", String.valueOf(it.year()));
        values.put("status", it.status().name().toLowerCase(java.util.Locale.ROOT));
        values.put("start", it.start().map(PartialDate::text).orElse(""));
        values.put("end", it.end().map(PartialDate::text).orElse(""));
        values.put("zone", it.zone());
        values.put("format", it.format());
        values.put("boards", it.boards().stream().map(Board::id).collect(Collectors.joining(" ")));
        values.put("version", String.valueOf(state.version()));
        values.put("copyZh", it.name().zh());
        values.put("copyEn", it.name().en());
        values.put("copyYear", String.valueOf(it.year() + 1));
        return Typed.of(values);
    }

    private static Typed typed(Written written) {
        var values = new LinkedHashMap<String, String>();
        values.put("id", written.id().orElse(""));
        values.put("zh", written.zh().orElse(""));
        values.put("en", written.en().orElse(""));
        values.put("summaryZh", written.summaryZh().orElse(""));
        values.put("summaryEn", written.summaryEn().orElse(""));
        values.put("year", written.year().orElse(""));
        values.put("status", written.status().orElse(""));
        values.put("start", written.start().orElse(""));
        values.put("end", written.end().orElse(""));
        values.put("zone", written.zone().orElse(""));
        values.put("format", written.format().orElse(""));
        values.put("boards", String.join(" ", written.boards()));
        values.put("version", written.version().map(String::valueOf).orElse(""));
        return Typed.of(values);
    }

    private static String id(Request request) {
        return request.path("id");
    }

    private static Response done(Request request, String what, String id) {
        return Response.redirect(URI.create(Desk.localised(
                request, Address.of(PATH).with("done", what).with("id", id).toString())));
    }
}
