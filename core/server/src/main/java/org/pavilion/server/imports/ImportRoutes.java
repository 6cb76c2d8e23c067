package org.pavilion.server.imports;

import java.util.List;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.storage.Actors;

/** Imports over HTTP, below {@code /api}: the file is the body. */
final class ImportRoutes {
    private static final Permission RUN = new Permission("import:run");

    private final ImportDesk desk;

    ImportRoutes(ImportDesk desk) {
        this.desk = desk;
    }

    record RunList(List<String> kinds, List<ImportReport> runs) {}

    List<Route> routes() {
        return List.of(
                Route.post("/imports")
                        .needs(RUN)
                        .summary("Imports JSON Lines: whole or not at all, unless partial; each line is reported.")
                        .query("kind", "what the lines are")
                        .query("dryRun", "true: try and report, store nothing")
                        .query("partial", "true: store the good lines even if others are refused")
                        .limits(Limits.DEFAULT.body(LineReader.MAX_TOTAL))
                        .answers(200, ImportReport.class)
                        .handle(request -> Response.json(run(request))),
                Route.get("/imports")
                        .needs(RUN)
                        .summary("The kinds that can be imported, in order, and the latest runs.")
                        .answers(200, RunList.class)
                        .handle(request -> Response.json(new RunList(desk.kinds(), desk.runs()))),
                Route.get("/imports/{id}")
                        .needs(RUN)
                        .summary("The report of one run.")
                        .answers(200, ImportReport.class)
                        .handle(request -> Response.json(desk.run(request.path("id"))
                                .orElseThrow(() -> Problem.notFound("import " + request.path("id"))))));
    }

    private ImportReport run(Request request) throws Exception {
        var kind = request.query("kind")
                .orElseThrow(() -> Problem.invalid("/kind", "say what the lines are: " + desk.kinds()));
        return Actors.as(
                request.caller().ref(),
                () -> desk.run(kind, request.stream(), flag(request, "dryRun"), flag(request, "partial")));
    }

    private static boolean flag(Request request, String name) {
        return switch (request.query(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.invalid("/" + name, "true or false is required");
        };
    }
}
