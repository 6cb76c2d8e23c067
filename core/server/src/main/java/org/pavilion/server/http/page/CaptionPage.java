package org.pavilion.server.http.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.live.Pictures;
import org.pavilion.server.live.view.ChapterDraft;
import org.pavilion.server.live.view.CueDraft;

/**
 * Writing down what is said while it is said: a line, Enter, the next one. Everything is a form, so that
 * it works on any machine somebody brings.
 */
final class CaptionPage {
    static final String PATH = "/live/{room}/captions/edit";
    static final Permission NEEDS = new Permission("live:caption.edit");
    static final Route.Where WHERE = new Route.Where.At("room", "room");

    private static final int SHOWN = 40;
    private static final int MOST_FILE = 4 << 20;
    private static final Set<String> DONE = Set.of("replaced", "saved");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,3}):(\\d{2})(?:[.,](\\d{1,3}))?");

    private final Pictures pictures;
    private final PageTools tools;

    CaptionPage(Pictures pictures, PageTools tools) {
        this.pictures = pictures;
        this.tools = tools;
    }

    /** A line of the form; times as people write them, {@code 1:02:03.4}. */
    record Line(String text, String language, Optional<String> from, Optional<String> to, Optional<String> key) {}

    record Part(Optional<String> zh, Optional<String> en, Optional<String> at, Optional<String> language) {}

    record Only(Optional<String> language) {}

    Response show(Request request) {
        return page(request, 200, "", Optional.empty());
    }

    List<Route> forms() {
        return List.of(
                form("", Line.class, request -> {
                    var line = request.body(Line.class);
                    pictures.addCue(request.caller(), room(request), draft(line));
                    return done(request, line.language(), "", "say");
                }),
                form("/{id}", Line.class, request -> {
                    var line = request.body(Line.class);
                    pictures.changeCue(request.caller(), room(request), request.path("id"), draft(line));
                    return done(request, line.language(), "saved", "cues");
                }),
                form("/{id}/delete", Only.class, request -> {
                    pictures.deleteCue(request.caller(), room(request), request.path("id"));
                    return done(request, request.body(Only.class).language().orElse("zh"), "saved", "cues");
                }),
                form("/chapters/add", Part.class, request -> {
                    var part = request.body(Part.class);
                    pictures.addChapter(request.caller(), room(request), chapter(part));
                    return done(request, part.language().orElse("zh"), "saved", "chapters");
                }),
                form("/chapters/{id}", Part.class, request -> {
                    var part = request.body(Part.class);
                    pictures.changeChapter(request.caller(), room(request), request.path("id"), chapter(part));
                    return done(request, part.language().orElse("zh"), "saved", "chapters");
                }),
                form("/chapters/{id}/delete", Part.class, request -> {
                    pictures.deleteChapter(request.caller(), room(request), request.path("id"));
                    return done(request, request.body(Part.class).language().orElse("zh"), "saved", "chapters");
                }),
                Route.post(PATH + "/file")
                        .needs(NEEDS)
                        .at("room", "room")
                        .limits(Limits.DEFAULT.body(MOST_FILE).perMinute(30))
                        .answers(303, Void.class)
                        .handle(request -> tried(request, each -> {
                            var language = each.query("language").orElse("zh");
                            pictures.replaceCues(each.caller(), room(each), language, file(each));
                            return done(each, language, "replaced", "cues");
                        })));
    }

    private Route form(String path, Class<? extends Record> takes, Route.Handler act) {
        return Route.post(PATH + path)
                .needs(NEEDS)
                .at("room", "room")
                .takes(takes)
                .answers(303, Void.class)
                .handle(request -> tried(request, act));
    }

    /** What was typed stands in the form again when it was not taken. */
    private Response tried(Request request, Route.Handler act) throws Exception {
        try {
            return act.handle(request);
        } catch (Problem refused) {
            if (refused.status() != 409 && refused.status() != 422) {
                throw refused;
            }
            return page(request, refused.status(), "", Optional.of(refused.detail()));
        }
    }

    private static byte[] file(Request request) {
        try (var in = request.stream()) {
            return in.readNBytes(MOST_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CueDraft draft(Line line) {
        return new CueDraft(
                line.text(),
                Optional.of(line.language()),
                line.from().filter(each -> !each.isBlank()).map(CaptionPage::ms),
                line.to().filter(each -> !each.isBlank()).map(CaptionPage::ms),
                line.key());
    }

    private static ChapterDraft chapter(Part part) {
        return new ChapterDraft(
                part.zh(), part.en(), part.at().filter(each -> !each.isBlank()).map(CaptionPage::ms));
    }

    private static long ms(String clock) {
        var parts = CLOCK.matcher(clock.strip());
        if (!parts.matches()) {
            throw Problem.invalid("/from", "a time is written like 12:34 or 1:02:03.4");
        }
        long hours = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
        var fraction = parts.group(4) == null ? "000" : (parts.group(4) + "00").substring(0, 3);
        return ((hours * 60 + Long.parseLong(parts.group(2))) * 60 + Long.parseLong(parts.group(3))) * 1_000
                + Long.parseLong(fraction);
    }

    private static Response done(Request request, String language, String what, String place) {
        var query = "?language=" + (language.matches("[a-z]{2}") ? language : "zh")
                + (what.isEmpty() ? "" : "&done=" + what);
        return Response.redirect(URI.create(
                Desk.localised(request, PATH.replace("{room}", room(request).toString()) + query + "#" + place)));
    }

    private Response page(Request request, int status, String draft, Optional<String> refusal) {
        var language = request.query("language").orElse(request.language().tag());
        var desk = pictures.captions(request.caller(), room(request), language);
        long before = request.query("before", Integer.MAX_VALUE, 0, Integer.MAX_VALUE);
        var until = desk.cues().stream().filter(each -> each.fromMs() < before).toList();
        var shown = until.subList(Math.max(0, until.size() - SHOWN), until.size());
        var notice = request.query("done")
                .filter(DONE::contains)
                .map(done -> new Desk.Notice("captiondesk.done." + done, ""));
        var model = new CaptionSheet(
                desk,
                shown.reversed(),
                until.size() > SHOWN ? Optional.of(shown.getFirst().fromMs()) : Optional.empty(),
                draft,
                refusal,
                notice);
        return new Response.Page(status, tools.render(request, "captions", model));
    }

    private static Ref room(Request request) {
        return StreamPage.room(request);
    }
}
