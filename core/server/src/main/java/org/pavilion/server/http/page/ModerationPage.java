package org.pavilion.server.http.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Scope;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Sanction;
import org.pavilion.server.identity.Sanctions;
import org.pavilion.server.live.LiveRooms;

/** The moderators' page for all rooms of their scope, and the page on which everybody sees their own record. */
final class ModerationPage {
    private static final String PATH = "/moderation";
    private static final String OWN = "/standing";
    private static final int SHOWN = 100;
    private static final Map<String, String> TOLD = Map.of(
            "applied", "moderation.done.applied",
            "lifted", "moderation.done.lifted",
            "upheld", "moderation.done.upheld",
            "appealed", "standing.done");

    private final Identity identity;
    private final LiveRooms rooms;
    private final PageTools tools;

    ModerationPage(Identity identity, LiveRooms rooms, PageTools tools) {
        this.identity = identity;
        this.rooms = rooms;
        this.tools = tools;
    }

    record Imposed(String subject, String kind, Optional<String> scope, String reason, int minutes) {}

    record Verdict(String verdict, Optional<String> decision) {}

    record Appeal(String text) {}

    Response board(Request request) {
        return board(
                request,
                200,
                Typed.of(Map.of("subject", request.query("subject").orElse(""))));
    }

    Response own(Request request) {
        return own(request, 200, Typed.NOTHING);
    }

    List<Route> forms() {
        return List.of(
                Route.post(PATH)
                        .needs(Sanctions.APPLY)
                        .somewhere()
                        .takes(Imposed.class)
                        .answers(303, Void.class)
                        .handle(this::apply),
                Route.post(PATH + "/{id}/lift")
                        .needs(Sanctions.APPLY)
                        .somewhere()
                        .answers(303, Void.class)
                        .handle(request -> {
                            identity.sanctions().lift(request.caller(), request.path("id"));
                            return done(request, PATH, "lifted");
                        }),
                Route.post(PATH + "/{id}/decide")
                        .needs(Sanctions.DECIDE)
                        .somewhere()
                        .takes(Verdict.class)
                        .answers(303, Void.class)
                        .handle(this::decide),
                Route.post(OWN + "/{id}/appeal")
                        .needs(Sanctions.APPEAL)
                        .takes(Appeal.class)
                        .answers(303, Void.class)
                        .handle(this::appeal));
    }

    private Response apply(Request request) {
        var form = request.body(Imposed.class);
        try {
            identity.sanctions()
                    .apply(
                            request.caller(),
                            subject(form.subject()),
                            Sanction.Kind.of(form.kind()),
                            scope(form.scope()),
                            form.reason(),
                            Duration.ofMinutes(form.minutes()));
            return done(request, PATH, "applied");
        } catch (Problem refused) {
            var typed = Typed.of(Map.of(
                    "subject", form.subject(),
                    "kind", form.kind(),
                    "scope", form.scope().orElse(""),
                    "reason", form.reason(),
                    "minutes", String.valueOf(form.minutes())));
            return board(request, shown(refused), typed.refused(refused));
        }
    }

    private Response decide(Request request) {
        var form = request.body(Verdict.class);
        boolean lift = form.verdict().equals("lift");
        try {
            identity.sanctions()
                    .decide(
                            request.caller(),
                            request.path("id"),
                            lift,
                            form.decision().orElse(""));
            return done(request, PATH, lift ? "lifted" : "upheld");
        } catch (Problem refused) {
            return board(request, shown(refused), Typed.NOTHING.refused(refused.at("")));
        }
    }

    private Response appeal(Request request) {
        var form = request.body(Appeal.class);
        try {
            identity.sanctions().appeal(request.caller().ref(), request.path("id"), form.text());
            return done(request, OWN, "appealed");
        } catch (Problem refused) {
            return own(
                    request,
                    shown(refused),
                    Typed.of(Map.of("text", form.text())).refused(refused));
        }
    }

    private Response board(Request request, int status, Typed typed) {
        var recent = identity.sanctions().recent(request.caller(), SHOWN);
        var appeals = identity.sanctions().appeals(request.caller(), SHOWN);
        var names = new HashMap<Ref, String>();
        Stream.concat(recent.stream(), appeals.stream())
                .flatMap(sanction -> Stream.of(sanction.subject(), sanction.by()))
                .filter(ref -> ref.type().equals(Account.TYPE))
                .distinct()
                .forEach(ref -> identity.accounts().find(ref).ifPresent(account -> names.put(ref, account.name())));
        var model = new ModerationSheet.Board(
                rooms.doors().desks(request.caller(), SHOWN),
                recent,
                appeals,
                identity.where(request.caller(), Sanctions.APPLY),
                names,
                typed,
                notice(request));
        return new Response.Page(status, tools.render(request, "moderation", model));
    }

    private Response own(Request request, int status, Typed typed) {
        var now = Instant.now();
        var all = identity.sanctions().of(request.caller().ref());
        var model = new ModerationSheet.Standing(
                all,
                all.stream().filter(each -> each.caps(now)).map(Sanction::id).toList(),
                all.stream()
                        .filter(each -> each.appealable(now))
                        .map(Sanction::id)
                        .toList(),
                typed,
                notice(request));
        return new Response.Page(status, tools.render(request, "standing", model));
    }

    private static Optional<Desk.Notice> notice(Request request) {
        return request.query("done")
                .filter(TOLD::containsKey)
                .map(done -> new Desk.Notice(TOLD.getOrDefault(done, ""), ""));
    }

    private static Ref subject(String text) {
        try {
            return Ref.of(text.strip());
        } catch (Problem malformed) {
            throw malformed.at("/subject");
        }
    }

    private static Scope scope(Optional<String> path) {
        try {
            return path.map(text -> new Scope(text.strip())).orElse(Scope.EXPO);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/scope", "choose one of your places, or write one below it")
                    .causedBy(e);
        }
    }

    private static int shown(Problem refused) {
        if (refused.status() != 409 && refused.status() != 422 && refused.status() != 403) {
            throw refused;
        }
        return refused.status();
    }

    private static Response done(Request request, String path, String what) {
        return Response.redirect(URI.create(Desk.localised(request, path + "?done=" + what)));
    }
}
