package org.pavilion.server.http.page;

import java.net.URI;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.backup.BackupCheck;
import org.pavilion.server.backup.BackupPlan;
import org.pavilion.server.backup.Backups;
import org.pavilion.server.http.PageTools;

/** Backups by hand and by plan. */
final class BackupPages {
    static final Permission NEEDS = new Permission("backup:run");

    private static final String PATH = "/organiser/backups";
    private static final Map<String, String> TOLD = Map.of(
            "begun", "backups.done.begun",
            "deleted", "backups.done.deleted",
            "planned", "backups.done.planned");

    private final Backups backups;
    private final PageTools tools;

    BackupPages(Backups backups, PageTools tools) {
        this.backups = backups;
        this.tools = tools;
    }

    record Plan(Optional<String> enabled, String time, int keep) {}

    Response show(Request request) {
        var notice = request.query("done")
                .filter(TOLD::containsKey)
                .map(done -> new Desk.Notice(TOLD.getOrDefault(done, ""), ""));
        return page(request, notice, Optional.empty(), Optional.empty());
    }

    List<Route> forms() {
        return List.of(
                form(PATH).handle(request -> {
                    try {
                        backups.make("person");
                    } catch (Problem e) {
                        return refused(request, e);
                    }
                    return done(request, "begun");
                }),
                form(PATH + "/plan").takes(Plan.class).handle(request -> {
                    try {
                        backups.plan(plan(request.body(Plan.class)));
                    } catch (Problem e) {
                        return refused(request, e);
                    }
                    return done(request, "planned");
                }),
                form(PATH + "/{id}/check").handle(request -> {
                    try {
                        return page(
                                request,
                                Optional.empty(),
                                Optional.of(backups.check(request.path("id"))),
                                Optional.empty());
                    } catch (Problem e) {
                        return refused(request, e);
                    }
                }),
                form(PATH + "/{id}/delete").handle(request -> {
                    try {
                        backups.delete(request.path("id"));
                    } catch (Problem e) {
                        return refused(request, e);
                    }
                    return done(request, "deleted");
                }));
    }

    private static BackupPlan plan(Plan wish) {
        try {
            var time = LocalTime.parse(wish.time());
            return new BackupPlan(wish.enabled().isPresent(), time.getHour() * 60 + time.getMinute(), wish.keep());
        } catch (DateTimeParseException e) {
            throw Problem.invalid("/time", "a time of day like 03:00 is required");
        }
    }

    private Response refused(Request request, Problem why) {
        return page(request, Optional.empty(), Optional.empty(), Optional.of(why.code()));
    }

    private Response page(
            Request request, Optional<Desk.Notice> notice, Optional<BackupCheck> check, Optional<String> refusal) {
        var model = new BackupDesk(backups.state(), request.edition().zone(), notice, check, refusal);
        return Response.page(tools.render(request, "backups", model));
    }

    private static Route.Draft form(String path) {
        return Route.post(path).needs(NEEDS).answers(303, Void.class);
    }

    private static Response done(Request request, String what) {
        var path = PATH + "?done=" + what;
        return Response.redirect(URI.create(request.language() == Language.EN ? "/en" + path : path));
    }
}
