package org.pavilion.server.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pavilion.api.Organisation;
import org.pavilion.api.Problem;
import org.pavilion.api.Storage;
import org.pavilion.server.json.Json;

/**
 * Exhibitors out of a spreadsheet: a table is uploaded, its columns are given a meaning, it is tried, and then imported
 * through the same desk as any other record.
 */
public final class Sheets {
    /** Largest file in bytes. */
    public static final int MOST_BYTES = 4 << 20;

    /** Name of a table of people, which is kept apart from those of exhibitors. */
    public static final String PEOPLE = "people.csv";

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int SAMPLES = 3;

    private final Storage storage;
    private final ImportDesk desk;
    private final Json json;

    public Sheets(Storage storage, ImportDesk desk, Json json) {
        this.storage = storage;
        this.desk = desk;
        this.json = json;
    }

    /** Which columns hold what, and what becomes of firms that the directory knows already under another id. */
    public record Plan(String edition, Map<ExhibitorField, Integer> columns, boolean join) {
        public Plan {
            columns = Map.copyOf(columns);
        }
    }

    /** Keeps an uploaded table for a day. Refused with a code below {@code sheet.} when it is none. */
    public Sheet keep(String name, InputStream bytes) {
        var decoded = Decoded.of(read(bytes));
        var table = Table.of(decoded.text());
        var id = storage.write((handle, journal) -> {
            var fresh = journal.newId();
            handle.execute(
                    "delete from imports_sheet where at < ?",
                    journal.now().minus(KEPT).toEpochMilli());
            handle.execute(
                    "insert into imports_sheet(id, at, name, charset, body) values (?, ?, ?, ?, ?)",
                    fresh,
                    journal.now().toEpochMilli(),
                    name,
                    decoded.charset(),
                    decoded.text());
            return fresh;
        });
        return sheet(new Kept(id, name, decoded.charset(), decoded.text()), table);
    }

    public Optional<Sheet> find(String id) {
        return kept(id).map(kept -> sheet(kept, Table.of(kept.body())));
    }

    /** The rows of a table that was kept under the name, for whoever gives its columns a meaning. */
    public Optional<SheetTable> table(String id, String name) {
        return kept(id).filter(kept -> kept.name().equals(name)).map(kept -> {
            var table = Table.of(kept.body());
            return new SheetTable(
                    kept.id(),
                    kept.charset(),
                    String.valueOf(table.separator()),
                    table.head(),
                    table.rows().stream()
                            .map(row -> new SheetTable.Row(row.line(), row.cells()))
                            .toList());
        });
    }

    /** Forgets a table; false when it was forgotten before, so that of two who run it one does. */
    public boolean forget(String id) {
        return storage.write((handle, journal) -> handle.execute("delete from imports_sheet where id = ?", id)) > 0;
    }

    /** Forgets every table that was kept under the name. */
    public void forgetAll(String name) {
        storage.write((handle, journal) -> handle.execute("delete from imports_sheet where name = ?", name));
    }

    /** What the table would do; nothing is stored. */
    public SheetResult preview(String id, Plan plan, Function<String, Optional<Organisation>> known) {
        return new Trial(id, plan, known).preview();
    }

    /** Imports the table, whole or not at all; then it is forgotten. */
    public SheetResult run(String id, Plan plan, Function<String, Optional<Organisation>> known) {
        var trial = new Trial(id, plan, known);
        var seen = trial.preview();
        if (!seen.clean()) {
            return seen;
        }
        trial.store();
        storage.write((handle, journal) -> handle.execute("delete from imports_sheet where id = ?", id));
        return new SheetResult(
                true,
                seen.created(),
                seen.updated(),
                seen.same(),
                seen.joined(),
                seen.duplicates(),
                0,
                seen.zones(),
                seen.notes());
    }

    /** The rows that need a look, as CSV. */
    public static String csv(SheetResult result) {
        return SheetText.report(result);
    }

    /** Rows as CSV; no cell begins like a formula. */
    public static String csv(List<List<String>> rows) {
        return SheetText.text(rows);
    }

    /** An example to fill in, as CSV. */
    public static String template(boolean english) {
        return SheetText.template(english);
    }

    private record Kept(String id, String name, String charset, String body) {}

    private Optional<Kept> kept(String id) {
        return storage.read(handle -> handle.createQuery("select name, charset, body from imports_sheet where id = :id")
                .bind("id", id)
                .map((row, context) -> new Kept(id, row.getString(1), row.getString(2), row.getString(3)))
                .findOne());
    }

    private static Sheet sheet(Kept kept, Table table) {
        var columns = new ArrayList<Sheet.Column>();
        var taken = new ArrayList<ExhibitorField>();
        for (int i = 0; i < table.head().size(); i++) {
            int column = i;
            var guess = ExhibitorField.guess(table.head().get(i)).filter(field -> !taken.contains(field));
            guess.ifPresent(taken::add);
            columns.add(new Sheet.Column(
                    i,
                    table.head().get(i),
                    table.rows().stream()
                            .map(row -> row.cell(column))
                            .filter(cell -> !cell.isEmpty())
                            .limit(SAMPLES)
                            .toList(),
                    guess));
        }
        return new Sheet(
                kept.id(),
                kept.name(),
                kept.charset(),
                String.valueOf(table.separator()),
                table.rows().size(),
                columns);
    }

    private static byte[] read(InputStream in) {
        try {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Table.refused("sheet.too-large", "a table may have 4 MB");
            }
            if (bytes.length == 0) {
                throw Table.refused("sheet.empty", "choose a file");
            }
            return bytes;
        } catch (IOException e) {
            throw new Problem("request.incomplete", 400, "the file did not arrive").causedBy(e);
        }
    }

    /** One table under one plan, tried kind by kind. */
    private final class Trial {
        private final List<Exhibitors.Exhibitor> rows;
        private final Exhibitors exhibitors;
        private final Plan plan;
        private final Function<String, Optional<Organisation>> known;
        private final Map<Integer, SheetResult.Note> notes = new LinkedHashMap<>();
        private final Map<Integer, Map<String, Object>> organisations = new LinkedHashMap<>();
        private final Map<String, Map<String, Object>> zones = new LinkedHashMap<>();

        Trial(String id, Plan plan, Function<String, Optional<Organisation>> known) {
            if (!plan.columns().containsKey(ExhibitorField.NAME)
                    && !plan.columns().containsKey(ExhibitorField.NAME_EN)) {
                throw new Problem("sheet.name-column", 422, "say which column holds the name").at("/columns");
            }
            var table = Table.of(
                    kept(id).orElseThrow(() -> Problem.notFound("this table")).body());
            this.plan = plan;
            this.known = known;
            exhibitors = new Exhibitors(
                    plan.edition(), new EnumMap<>(plan.columns()), desk.kinds().containsAll(Set.of("zone", "booth")));
            rows = exhibitors.of(table);
        }

        SheetResult preview() {
            for (var row : rows) {
                if (row.fault().isEmpty()) {
                    organisations.put(row.line(), merged(row.organisation()));
                    row.zone().ifPresent(zone -> zones.put(String.valueOf(zone.get("id")), zone));
                } else {
                    note(row, SheetResult.Kind.FAULT, row.fault(), "", Optional.empty());
                }
            }
            var tried = tryOrganisations();
            int joined = 0;
            if (plan.join() && tried.duplicates() > 0) {
                joined = tried.duplicates();
                tried = tryOrganisations();
            }
            var fresh = zones.isEmpty() ? List.<String>of() : freshZones();
            tryBooths(fresh);
            int faults = (int) notes.values().stream()
                    .filter(note -> note.kind() == SheetResult.Kind.FAULT)
                    .count();
            return new SheetResult(
                    false,
                    tried.created(),
                    tried.updated(),
                    tried.same(),
                    joined,
                    tried.duplicates(),
                    faults,
                    fresh.stream()
                            .map(id -> Exhibitors.label(zones.getOrDefault(id, Map.of())))
                            .toList(),
                    notes.values().stream()
                            .sorted(java.util.Comparator.comparingInt(SheetResult.Note::line))
                            .toList());
        }

        /** A firm that stands here already under the same id keeps its other editions. */
        private Map<String, Object> merged(Map<String, Object> line) {
            return known.apply(String.valueOf(line.get("id")))
                    .map(there -> exhibitors.joining(there, line))
                    .orElse(line);
        }

        private ImportReport tryOrganisations() {
            var lines = List.copyOf(organisations.keySet());
            var report = desk.run("organisation", jsonl(organisations.values()), true);
            for (var each : report.lines()) {
                int line = lines.get(each.line() - 1);
                var row = row(line);
                if (each.of().isEmpty()) {
                    note(row, SheetResult.Kind.FAULT, each.code(), each.detail(), Optional.empty());
                } else {
                    duplicate(row, each.of().get());
                }
            }
            report.failure().ifPresent(reason -> {
                throw new Problem("sheet.failed", 422, reason);
            });
            return report;
        }

        /** The same firm under another id: it joins with its own record, or the row is left out. */
        private void duplicate(Exhibitors.Exhibitor row, String of) {
            var there = plan.join() ? known.apply(of.substring(of.indexOf(':') + 1)) : Optional.<Organisation>empty();
            if (there.isPresent()) {
                organisations.put(row.line(), exhibitors.joining(there.get(), row.organisation()));
                note(row, SheetResult.Kind.JOINED, "sheet.joined", "", Optional.of(of));
            } else {
                organisations.remove(row.line());
                note(row, SheetResult.Kind.DUPLICATE, "sheet.duplicate", "", Optional.of(of));
            }
        }

        private List<String> freshZones() {
            var fresh = new ArrayList<String>();
            for (var zone : zones.entrySet()) {
                if (desk.run("zone", jsonl(List.of(zone.getValue())), true).created() > 0) {
                    fresh.add(zone.getKey());
                }
            }
            return fresh;
        }

        /** Stands of a zone that is not laid yet cannot be checked, so the house numbers them itself. */
        private void tryBooths(List<String> fresh) {
            var tried = new LinkedHashMap<Integer, Map<String, Object>>();
            booths().forEach((line, booth) -> {
                var copy = new HashMap<>(booth);
                if (copy.get("zone") instanceof String zone && fresh.contains(zone)) {
                    copy.remove("zone");
                    if (copy.remove("stand") != null) {
                        note(row(line), SheetResult.Kind.FAULT, "sheet.stand-in-new-zone", "", Optional.empty());
                        return;
                    }
                }
                tried.put(line, copy);
            });
            if (tried.isEmpty()) {
                return;
            }
            var lines = List.copyOf(tried.keySet());
            for (var each : desk.run("booth", jsonl(tried.values()), true).lines()) {
                if (each.of().isEmpty()) {
                    note(
                            row(lines.get(each.line() - 1)),
                            SheetResult.Kind.FAULT,
                            each.code(),
                            each.detail(),
                            Optional.empty());
                }
            }
        }

        /** Booths of the rows that are in, each naming the organisation that its row turned out to be. */
        private Map<Integer, Map<String, Object>> booths() {
            var booths = new LinkedHashMap<Integer, Map<String, Object>>();
            for (var row : rows) {
                var organisation = organisations.get(row.line());
                if (organisation != null && row.booth().isPresent()) {
                    var booth = new HashMap<>(row.booth().get());
                    booth.put("exhibitor", String.valueOf(organisation.get("id")));
                    booths.put(row.line(), booth);
                }
            }
            return booths;
        }

        void store() {
            stored("zone", zones.values());
            stored("organisation", organisations.values());
            stored("booth", booths().values());
        }

        private void stored(String kind, Collection<Map<String, Object>> lines) {
            if (lines.isEmpty()) {
                return;
            }
            var report = desk.run(kind, jsonl(lines), false);
            if (!report.clean()) {
                throw new Problem(
                        "sheet.failed",
                        409,
                        "something changed meanwhile: "
                                + report.failure()
                                        .orElseGet(
                                                () -> report.lines().getFirst().detail()));
            }
        }

        private Exhibitors.Exhibitor row(int line) {
            return rows.stream().filter(row -> row.line() == line).findFirst().orElseThrow();
        }

        private void note(
                Exhibitors.Exhibitor row, SheetResult.Kind kind, String code, String detail, Optional<String> of) {
            notes.put(row.line(), new SheetResult.Note(row.line(), row.name(), kind, code, detail, of));
        }

        private InputStream jsonl(Collection<Map<String, Object>> lines) {
            var text = new StringBuilder();
            lines.forEach(line -> text.append(json.text(line)).append('\n'));
            return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
