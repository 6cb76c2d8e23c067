package org.pavilion.server.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;

/** The audit over HTTP, below {@code /api}. */
final class AuditRoutes {
    private static final Permission READ = new Permission("audit:read");
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 500;

    private final Audit audit;

    AuditRoutes(Audit audit) {
        this.audit = audit;
    }

    List<Route> routes() {
        return List.of(
                filtered(Route.get("/audit").needs(READ).summary("Administrative acts, newest first."))
                        .query("before", "only rows before this one of the chain")
                        .query("limit", "how many at most")
                        .answers(200, AuditPage.class)
                        .handle(r -> Response.json(audit.page(query(r), r.query("limit", PAGE, 1, MAX_PAGE)))),
                filtered(Route.get("/audit/table").needs(READ).summary("The same acts as one CSV file."))
                        .answers(200, byte[].class)
                        .handle(r -> {
                            var query = query(r);
                            return Response.stream(
                                    "text/csv; charset=utf-8", "audit.csv", out -> audit.csv(query, out));
                        }),
                Route.get("/audit/state")
                        .needs(READ)
                        .summary("How the chain does.")
                        .answers(200, AuditState.class)
                        .handle(r -> Response.json(audit.state())),
                Route.post("/audit/verification")
                        .needs(READ)
                        .summary("Reads the whole chain beside the log and the checkpoints.")
                        .answers(200, Verdict.class)
                        .handle(r -> Response.json(audit.verify())));
    }

    private static Route.Draft filtered(Route.Draft draft) {
        return draft.query("actor", "part of who acted, e.g. account:0198…")
                .query("action", "part of the action, e.g. plugin.")
                .query("object", "part of what it was done to, e.g. edition:")
                .query("from", "not before this instant")
                .query("until", "before this instant");
    }

    private static AuditQuery query(Request request) {
        return new AuditQuery(
                request.query("actor"),
                request.query("action"),
                request.query("object"),
                instant(request, "from"),
                instant(request, "until"),
                request.query("before").map(AuditRoutes::row));
    }

    private static Optional<Instant> instant(Request request, String name) {
        try {
            return request.query(name).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("/" + name, "an instant like 2027-03-31T00:00:00Z is required");
        }
    }

    private static long row(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.invalid("/before", "the number of a row is required");
        }
    }
}
