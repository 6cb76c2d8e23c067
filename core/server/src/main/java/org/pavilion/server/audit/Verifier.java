package org.pavilion.server.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.server.audit.Chain.Tail;

/** Reads the whole chain beside the log and the checkpoints and names the first row that is not as it was written. */
final class Verifier {
    private static final int STEP = 1_000;

    private final Handle handle;
    private final Checkpoints.Contents checkpoints;
    private final Progress progress;
    private Tail tail = Tail.NONE;

    /** Called now and then while a long chain is read. */
    @FunctionalInterface
    interface Progress {
        void at(long rows, long of);
    }

    /** The event a row speaks of, as the log has it; empty texts when it has none. */
    record LogLine(long at, String type, String actor, String subject, String body) {}

    private record Pair(AuditRow row, @Nullable LogLine event) {}

    private record LogEnds(long first, long last) {}

    Verifier(Handle handle, Checkpoints.Contents checkpoints, Progress progress) {
        this.handle = handle;
        this.checkpoints = checkpoints;
        this.progress = progress;
    }

    Verdict run() {
        var fault = checkpoints.fault().map(why -> new Fault(0, Fault.Kind.CHECKPOINT, why + "."));
        var bad = rows().or(this::end).or(() -> fault);
        return new Verdict(
                Instant.now(), tail.n(), checkpoints.list().size(), tail.hash(), List.copyOf(checkpoints.keys()), bad);
    }

    private Optional<Fault> rows() {
        var total = number("select count(*) from audit_row");
        var log = new LogEnds(
                number("select coalesce(min(seq), 0) from event_log"),
                number("select coalesce(max(seq), 0) from event_log"));
        while (true) {
            var page = page(tail.n());
            if (page.isEmpty()) {
                return Optional.empty();
            }
            for (var pair : page) {
                var fault = fault(pair, log);
                if (fault.isPresent()) {
                    return fault;
                }
                tail = Tail.of(pair.row());
            }
            progress.at(tail.n(), total);
        }
    }

    private List<Pair> page(long after) {
        return handle.createQuery("""
                        select r.n, r.seq, r.at, r.actor, r.action, r.subject, r.digest, r.prev_hash, r.hash,
                          e.at as event_at, e.type, e.actor as event_actor, e.subject as event_subject, e.body
                        from audit_row r left join event_log e on e.seq = r.seq
                        where r.n > :after order by r.n limit :limit""")
                .bind("after", after)
                .bind("limit", STEP)
                .map((row, context) -> new Pair(
                        new AuditRow(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9)),
                        row.getString(14) == null
                                ? null
                                : new LogLine(
                                        row.getLong(10),
                                        row.getString(11),
                                        row.getString(12),
                                        row.getString(13),
                                        row.getString(14))))
                .list();
    }

    private Optional<Fault> fault(Pair pair, LogEnds log) {
        var row = pair.row();
        if (row.n() != tail.n() + 1) {
            return Optional.of(removed(row));
        }
        if (!Chain.hash(row).equals(row.hash())) {
            return of(row, Fault.Kind.EDITED, "does not have the contents its hash was made from");
        }
        if (!row.prevHash().equals(tail.hash()) || row.seq() <= tail.seq()) {
            return of(row, Fault.Kind.OUT_OF_PLACE, "does not follow the row before it");
        }
        var event = pair.event();
        if (event == null && row.seq() >= log.first()) {
            return of(row, Fault.Kind.INSERTED, "speaks of an event that is not in the log");
        }
        if (differsFromCheckpoint(row)) {
            return of(row, Fault.Kind.REWRITTEN, "is not the row that a checkpoint was signed for");
        }
        if (event != null && !same(row, event)) {
            return of(row, Fault.Kind.REWRITTEN, "says something else than the event in the log");
        }
        return Optional.empty();
    }

    /** After the last row: whether rows are gone that a checkpoint or the log knows. */
    private Optional<Fault> end() {
        var last = checkpoints.list().isEmpty()
                ? Optional.<Checkpoint>empty()
                : Optional.of(checkpoints.list().getLast());
        if (last.isPresent() && last.get().count() > tail.n()) {
            var seq = acts(tail.seq(), last.get().position()).orElse(last.get().seq());
            return Optional.of(new Fault(
                    seq,
                    Fault.Kind.TRUNCATED,
                    "The chain ends at row " + tail.n() + ", but a checkpoint was signed for "
                            + last.get().count() + " rows."));
        }
        var cursor =
                number("select coalesce(max(seq), 0) from event_cursor where consumer = '" + Writing.CONSUMER + "'");
        var from = Math.max(tail.seq(), last.map(Checkpoint::position).orElse(0L));
        return acts(from, cursor)
                .map(seq -> new Fault(
                        seq, Fault.Kind.TRUNCATED, "The act at " + seq + " was audited, and its row is gone."));
    }

    private Fault removed(AuditRow next) {
        var seq = acts(tail.seq(), next.seq() - 1).orElse(next.seq());
        var count = next.n() - tail.n() - 1;
        return new Fault(
                seq,
                Fault.Kind.REMOVED,
                count + (count == 1 ? " row is" : " rows are") + " missing before row " + next.n() + ".");
    }

    /** The first administrative event after one position, up to another. */
    private Optional<Long> acts(long after, long upTo) {
        var types = handle
                .createQuery("select distinct type from event_log where seq > ? and seq <= ?")
                .bind(0, after)
                .bind(1, upTo)
                .mapTo(String.class)
                .stream()
                .filter(Administrative::act)
                .toList();
        return types.isEmpty()
                ? Optional.empty()
                : handle.createQuery(
                                "select min(seq) from event_log where seq > :after and seq <= :to and type in (<types>)")
                        .bind("after", after)
                        .bind("to", upTo)
                        .bindList("types", types)
                        .mapTo(Long.class)
                        .findOne();
    }

    private boolean differsFromCheckpoint(AuditRow row) {
        var from = (row.n() - 1) * Chain.MARK;
        return from + Chain.MARK <= checkpoints.marks().length()
                && !checkpoints.marks().startsWith(Chain.mark(row.hash()), (int) from);
    }

    private static boolean same(AuditRow row, LogLine event) {
        return row.at() == event.at()
                && row.action().equals(event.type())
                && row.actor().equals(event.actor())
                && row.subject().equals(event.subject())
                && row.digest().equals(Chain.digest(event.body()));
    }

    private long number(String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }

    private static Optional<Fault> of(AuditRow row, Fault.Kind kind, String what) {
        return Optional.of(new Fault(row.seq(), kind, "Row " + row.n() + " " + what + "."));
    }
}
