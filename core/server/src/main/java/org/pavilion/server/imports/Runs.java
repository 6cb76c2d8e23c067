package org.pavilion.server.imports;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.Actors;

/** The book of imports: who ran which, and what became of it; also which demo files were laid. */
final class Runs {
    private static final int LISTED = 100;

    private final Storage storage;
    private final Json json;

    record RunFinished(Ref subject, String kind, boolean dryRun, boolean stored, int created, int updated, int rejected)
            implements DomainEvent {}

    record DemoLaid(Ref subject, String owner, String name) implements DomainEvent {}

    Runs(Storage storage, DomainEvents events, Json json) {
        this.storage = storage;
        this.json = json;
        events.publishes("imports.run-finished.v1", RunFinished.class)
                .publishes("imports.demo-laid.v1", DemoLaid.class);
    }

    /** Stores the report that is made for a new id, and returns it. */
    ImportReport keep(Function<String, ImportReport> made) {
        return storage.write((handle, journal) -> {
            var report = made.apply(journal.newId());
            handle.execute(
                    "insert into imports_run(id, kind, actor, at, stored, report) values (?, ?, ?, ?, ?, ?)",
                    report.id(),
                    report.kind(),
                    Actors.current().toString(),
                    report.at().toEpochMilli(),
                    report.stored() ? 1 : 0,
                    json.text(report));
            journal.append(new RunFinished(
                    new Ref("import", report.id()),
                    report.kind(),
                    report.dryRun(),
                    report.stored(),
                    report.created(),
                    report.updated(),
                    report.rejected()));
            return report;
        });
    }

    Optional<ImportReport> get(String id) {
        return storage.read(handle -> handle.createQuery("select report from imports_run where id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .map(report -> json.read(report, ImportReport.class)));
    }

    /** The latest runs, newest first. */
    List<ImportReport> latest() {
        return storage.read(
                handle -> handle.createQuery("select report from imports_run order by at desc, id desc limit :n")
                        .bind("n", LISTED)
                        .mapTo(String.class)
                        .map(report -> json.read(report, ImportReport.class))
                        .list());
    }

    boolean laid(String owner, String name, String sha256) {
        return storage.read(
                handle -> handle.createQuery("select 1 from imports_demo where owner = ? and name = ? and sha256 = ?")
                        .bind(0, owner)
                        .bind(1, name)
                        .bind(2, sha256)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    void markLaid(String owner, String name, String sha256) {
        storage.write((handle, journal) -> {
            handle.execute("""
                    insert into imports_demo(owner, name, sha256, at) values (?, ?, ?, ?)
                    on conflict (owner, name) do update set sha256 = excluded.sha256, at = excluded.at
                    """, owner, name, sha256, journal.now().toEpochMilli());
            return journal.append(new DemoLaid(new Ref("plugin", owner), owner, name));
        });
    }
}
