package org.pavilion.server.directory;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Board;
import org.pavilion.api.Edition;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Outcome;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.directory.Lines.BoardLine;
import org.pavilion.server.directory.Lines.Dates;
import org.pavilion.server.directory.Lines.EditionLine;

/** The editions of all series, with the boards each one names for itself. */
final class Editions {
    /** Where an edition takes place when its record does not say; only the clock on its pages depends on it. */
    private static final String DEFAULT_ZONE = "Asia/Shanghai";

    private final Registers registers;
    private final Rows<EditionLine> rows;

    Editions(Registers registers, JsonText json) {
        this.registers = registers;
        this.rows = new Rows<>("directory_edition", EditionLine.class, json);
    }

    Optional<Edition> get(Handle handle, String id) {
        return rows.get(handle, id).map(line -> edition(registers.boards(handle), line));
    }

    Optional<EditionLine> line(Handle handle, String id) {
        return rows.get(handle, id);
    }

    /** Newest first; what is hosted inside another edition follows its host. */
    List<Edition> all(Handle handle) {
        var boards = registers.boards(handle);
        var found = handle.createQuery("select body from directory_edition order by earliest desc, year desc, id")
                .mapTo(String.class)
                .map(rows::read)
                .map(line -> edition(boards, line))
                .list();
        var ordered = new ArrayList<Edition>();
        for (var each : found) {
            if (each.hostedWithin().isEmpty()
                    || found.stream()
                            .noneMatch(
                                    host -> host.id().equals(each.hostedWithin().get()))) {
                ordered.add(each);
                found.stream()
                        .filter(guest -> guest.hostedWithin().equals(Optional.of(each.id())))
                        .forEach(ordered::add);
            }
        }
        return List.copyOf(ordered);
    }

    List<Edition> ofSeries(Handle handle, String series) {
        return all(handle).stream().filter(each -> each.series().equals(series)).toList();
    }

    /** The edition the organiser picked, else the open one, else the newest one held that names boards, else the newest one. */
    Edition current(Handle handle) {
        var all = all(handle);
        var chosen = EditionActs.chosen(handle);
        return all.stream()
                .filter(each -> chosen.equals(Optional.of(each.id())))
                .findFirst()
                .or(() -> first(all, Edition.Status.OPEN, false))
                .or(() -> first(all, Edition.Status.HELD, true))
                .or(() -> all.stream().findFirst())
                .orElseGet(DemoDays::none);
    }

    private static Optional<Edition> first(List<Edition> newestFirst, Edition.Status status, boolean withBoards) {
        return newestFirst.stream()
                .filter(each ->
                        each.status() == status && !(withBoards && each.boards().isEmpty()))
                .findFirst();
    }

    Outcome put(Handle handle, Journal journal, EditionLine line) {
        if (status(line.status()).isEmpty()) {
            return Outcome.rejected(
                    "/status", "edition.status", "one of held, announced, referenced, open is required");
        }
        if (line.zone().isPresent()
                && !ZoneId.getAvailableZoneIds().contains(line.zone().get())) {
            return Outcome.rejected("/zone", "edition.zone", "not a time zone such as Asia/Shanghai");
        }
        if (line.hostedWithin().equals(Optional.of(line.id()))) {
            return Outcome.rejected("/hostedWithin", "edition.host", "an edition cannot be hosted by itself");
        }
        var known = registers.boards(handle).keySet();
        for (int i = 0; i < line.boards().size(); i++) {
            if (!known.contains(line.boards().get(i))) {
                return Outcome.rejected("/boards/" + i, "edition.board", "no board of this name; import it first");
            }
        }
        var ref = new Ref("edition", line.id());
        return rows.put(
                handle,
                journal,
                line.id(),
                line,
                h -> columns(h, line),
                version -> new Change.EditionChanged(ref, version));
    }

    private static void columns(Handle handle, EditionLine line) {
        handle.createUpdate("""
                        update directory_edition set series = :series, year = :year, status = :status,
                            earliest = :earliest, hosted_within = :host where id = :id
                        """)
                .bind("series", line.series())
                .bind("year", line.year())
                .bind("status", line.status())
                .bind("earliest", earliest(line).earliest().toString())
                .bind("host", line.hostedWithin().orElse(null))
                .bind("id", line.id())
                .execute();
    }

    /** The earliest day the edition may have begun on. */
    private static PartialDate earliest(EditionLine line) {
        return line.dates()
                .start()
                .or(() -> line.dates().known().stream().min(Comparator.naturalOrder()))
                .orElseGet(() -> new PartialDate(String.format(Locale.ROOT, "%04d", line.year())));
    }

    private static Edition edition(Map<String, BoardLine> known, EditionLine line) {
        var boards = new ArrayList<Board>();
        for (var id : line.boards()) {
            var board = known.get(id);
            if (board != null) {
                boards.add(new Board(board.id(), board.name(), board.plugin(), board.path(), boards.size()));
            }
        }
        return new Edition(
                line.id(),
                line.series(),
                line.year(),
                line.name(),
                line.summary(),
                status(line.status()).orElseThrow(() -> Problem.invalid("/status", "unknown status")),
                first(line.dates()),
                line.dates().end(),
                line.hostedWithin(),
                List.copyOf(boards),
                line.format(),
                line.theme(),
                line.zone().orElse(DEFAULT_ZONE),
                line.synthetic().orElse(false));
    }

    private static Optional<PartialDate> first(Dates dates) {
        return dates.start()
                .or(() -> dates.end().isPresent()
                        ? Optional.empty()
                        : dates.known().stream().min(Comparator.naturalOrder()));
    }

    private static Optional<Edition.Status> status(String word) {
        return switch (word) {
            case "held" -> Optional.of(Edition.Status.HELD);
            case "announced" -> Optional.of(Edition.Status.ANNOUNCED);
            case "referenced" -> Optional.of(Edition.Status.REFERENCED);
            case "open" -> Optional.of(Edition.Status.OPEN);
            default -> Optional.empty();
        };
    }
}
