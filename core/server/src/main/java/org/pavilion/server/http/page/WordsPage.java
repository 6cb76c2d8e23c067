package org.pavilion.server.http.page;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Scope;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.live.view.WordBook;

/** The moderators' page for words: one term a line, tried on what was said before it holds. */
final class WordsPage {
    static final Permission NEEDS = new Permission("live:chat.moderate");
    static final String PATH = "/moderation/rules";

    private static final int LONGEST = 200_000;
    private static final int MOST_PLACES = 200;
    private static final Map<String, String> TOLD = Map.of("saved", "words.saved", "restored", "words.restored");

    private final LiveRooms rooms;
    private final Identity identity;
    private final PageTools tools;

    WordsPage(LiveRooms rooms, Identity identity, PageTools tools) {
        this.rooms = rooms;
        this.identity = identity;
        this.tools = tools;
    }

    /** @param act try or save */
    record Draft(Optional<String> scope, String rules, Optional<String> act) {}

    record Back(Optional<String> scope, long version) {}

    Response show(Request request) {
        var places = places(request);
        var scope = request.query("scope").orElseGet(() -> places.getFirst().scope());
        var book = rooms.words(request.caller(), scope);
        return page(request, 200, book, Typed.of(Map.of("rules", lines(book))), Optional.empty());
    }

    List<Route> forms() {
        return List.of(
                Route.post(PATH)
                        .needs(NEEDS)
                        .somewhere()
                        .takes(Draft.class)
                        .limits(Limits.DEFAULT.body(LONGEST * 4))
                        .answers(303, Void.class)
                        .handle(this::change),
                Route.post(PATH + "/restore")
                        .needs(NEEDS)
                        .somewhere()
                        .takes(Back.class)
                        .answers(303, Void.class)
                        .handle(request -> {
                            var form = request.body(Back.class);
                            var scope = form.scope().orElse("");
                            rooms.restore(request.caller(), scope, form.version());
                            return done(request, scope, "restored");
                        }));
    }

    private Response change(Request request) {
        var form = request.body(Draft.class);
        var scope = form.scope().orElse("");
        var book = rooms.words(request.caller(), scope);
        var typed = Typed.of(Map.of("rules", form.rules()));
        try {
            var draft = read(form.rules());
            if (form.act().filter("try"::equals).isPresent()) {
                return page(request, 200, book, typed, Optional.of(rooms.rehearse(request.caller(), scope, draft)));
            }
            rooms.enable(request.caller(), scope, draft);
            return done(request, scope, "saved");
        } catch (Problem refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            return page(request, 422, book, typed.refused(refused), Optional.empty());
        }
    }

    private static Response done(Request request, String scope, String what) {
        var query = "?done=" + what + "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8);
        return Response.redirect(URI.create(Desk.localised(request, PATH + query)));
    }

    private Response page(Request request, int status, WordBook book, Typed typed, Optional<WordBook.Trial> trial) {
        var notice = request.query("done")
                .filter(TOLD::containsKey)
                .map(done -> new Desk.Notice(TOLD.getOrDefault(done, ""), ""));
        return new Response.Page(
                status, tools.render(request, "words", new WordsSheet(book, places(request), typed, trial, notice)));
    }

    private List<WordsSheet.Place> places(Request request) {
        var places = new ArrayList<WordsSheet.Place>();
        if (identity.can(request.caller(), NEEDS, Scope.EXPO)) {
            places.add(new WordsSheet.Place("", Optional.empty()));
        }
        rooms.states().stream()
                .filter(state -> identity.can(
                        request.caller(),
                        NEEDS,
                        identity.scope(room(state.card().room()))))
                .limit(MOST_PLACES)
                .forEach(state -> places.add(new WordsSheet.Place(
                        state.card().room(), Optional.of(state.card().title()))));
        if (places.isEmpty()) {
            throw Problem.notFound("a room of yours");
        }
        return places;
    }

    private static Ref room(String id) {
        return LiveRooms.scoped(Ref.of(id));
    }

    /** One rule a line: term, verdict, category, parted by bars. */
    private static List<WordBook.Entry> read(String text) {
        if (text.length() > LONGEST) {
            throw Problem.invalid("/rules", "at most " + LONGEST + " characters");
        }
        var entries = new ArrayList<WordBook.Entry>();
        for (var line :
                text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            var parts = line.split("[|｜]", -1);
            if (parts.length > 3) {
                throw Problem.invalid("/rules", "term | verdict | category: " + line);
            }
            entries.add(new WordBook.Entry(
                    parts[0].strip(),
                    parts.length > 1 && !parts[1].isBlank() ? parts[1].strip() : "hold",
                    parts.length > 2 && !parts[2].isBlank() ? parts[2].strip() : "other"));
        }
        return entries;
    }

    private static String lines(WordBook book) {
        return book.rules().stream()
                .map(rule -> rule.text() + " | " + rule.verdict() + " | " + rule.category())
                .collect(Collectors.joining("\n"));
    }
}
