package org.pavilion.server.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Outcome;

/** Counts what became of the lines and keeps those that need a look, in the order of the file. */
final class Tally {
    private static final int MAX_LISTED = 1_000;

    private final List<ImportReport.Line> listed = new ArrayList<>();
    private int created;
    private int updated;
    private int same;
    private int duplicates;
    private int rejected;

    void add(int line, Outcome outcome) {
        switch (outcome) {
            case Outcome.Created fresh -> created++;
            case Outcome.Updated changed -> updated++;
            case Outcome.Same unchanged -> same++;
            case Outcome.Duplicate duplicate -> {
                duplicates++;
                list(new ImportReport.Line(
                        line,
                        "duplicate",
                        Optional.of(duplicate.of().toString()),
                        "",
                        "import.duplicate",
                        "looks like " + duplicate.of() + "; nothing was stored"));
            }
            case Outcome.Rejected no -> {
                rejected++;
                list(new ImportReport.Line(line, "rejected", Optional.empty(), no.pointer(), no.code(), no.detail()));
            }
        }
    }

    private void list(ImportReport.Line line) {
        if (listed.size() < MAX_LISTED) {
            listed.add(line);
        }
    }

    boolean clean() {
        return rejected == 0;
    }

    ImportReport report(
            String id,
            String kind,
            Instant at,
            boolean dryRun,
            boolean partial,
            boolean stored,
            Optional<String> failure) {
        return new ImportReport(
                id,
                kind,
                at,
                dryRun,
                partial,
                stored,
                created,
                updated,
                same,
                duplicates,
                rejected,
                List.copyOf(listed),
                failure);
    }
}
