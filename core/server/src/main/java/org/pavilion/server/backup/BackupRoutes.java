package org.pavilion.server.backup;

import java.nio.file.Files;
import java.util.List;
import org.pavilion.api.Permission;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;

/** Backups over HTTP, below {@code /api}. */
final class BackupRoutes {
    private static final Permission RUN = new Permission("backup:run");

    private final Backups backups;

    BackupRoutes(Backups backups) {
        this.backups = backups;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/backups")
                        .needs(RUN)
                        .summary("The latest backups, the plan and how far the open one has come.")
                        .answers(200, BackupState.class)
                        .handle(r -> Response.json(backups.state())),
                Route.post("/backups")
                        .needs(RUN)
                        .summary("Begins a backup; ask for it until it is done.")
                        .query("cause", "command when a command fetches and deletes it, else left out")
                        .answers(202, BackupRun.class)
                        .handle(r -> Response.json(
                                202,
                                backups.make(r.query("cause")
                                        .filter("command"::equals)
                                        .orElse("person")))),
                Route.put("/backups/plan")
                        .needs(RUN)
                        .summary("Says when backups are made by themselves.")
                        .takes(BackupPlan.class)
                        .answers(200, BackupState.class)
                        .handle(r -> {
                            backups.plan(r.body(BackupPlan.class));
                            return Response.json(backups.state());
                        }),
                Route.get("/backups/{id}")
                        .needs(RUN)
                        .summary("One backup.")
                        .answers(200, BackupRun.class)
                        .handle(r -> Response.json(backups.find(id(r)))),
                Route.get("/backups/{id}/file")
                        .needs(RUN)
                        .summary("The file.")
                        .answers(200, byte[].class)
                        .handle(r -> {
                            var file = backups.download(id(r));
                            return Response.stream(
                                    "application/zip",
                                    String.valueOf(file.getFileName()),
                                    out -> Files.copy(file, out));
                        }),
                Route.post("/backups/{id}/check")
                        .needs(RUN)
                        .summary("Reads the file anew and names what is not as it was written.")
                        .answers(200, BackupCheck.class)
                        .handle(r -> Response.json(backups.check(id(r)))),
                Route.delete("/backups/{id}")
                        .needs(RUN)
                        .summary("Deletes the file; that it was made stays noted.")
                        .answers(204, Void.class)
                        .handle(r -> {
                            backups.delete(id(r));
                            return Response.noContent();
                        }));
    }

    private static String id(Request request) {
        return request.path("id");
    }
}
