package org.pavilion.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.server.storage.WriteLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of one kind on its way into the store.
 *
 * <p>Up to {@value #CHUNK} lines are one transaction: stored whole or not at all. A longer file would
 * keep other writers waiting, so it is tried first, rolled back chunk by chunk, and stored in chunks
 * only if no line was refused. Each line stands in a savepoint of its own, and the writer's time limit
 * counts anew with it.
 */
final class Pass {
    static final int CHUNK = 250;

    private static final Logger LOG = LoggerFactory.getLogger(Pass.class);

    private final Kind<?> kind;
    private final boolean dryRun;
    private final boolean partial;
    private boolean stored;
    private Tally tally = new Tally();

    Pass(Kind<?> kind, boolean dryRun, boolean partial) {
        this.kind = kind;
        this.dryRun = dryRun;
        this.partial = partial;
    }

    /** What one line is: a record to store, or the reason why it is none. */
    private record Bound(int number, Optional<Record> record, Outcome fault) {}

    /** Carries a chunk's outcomes out of a write that must not be kept. */
    private static final class NotKept extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Outcome> outcomes;

        NotKept(List<Outcome> outcomes) {
            super(null, null, false, false);
            this.outcomes = outcomes;
        }
    }

    Tally tally() {
        return tally;
    }

    /** Whether anything was committed. */
    boolean stored() {
        return stored;
    }

    void run(InputStream lines) throws IOException {
        var bound = bind(lines);
        var sound = bound.stream().allMatch(line -> line.record().isPresent());
        var store = !dryRun && (partial || sound);
        if (bound.size() <= CHUNK || !store || partial) {
            chunks(bound, store);
            return;
        }
        chunks(bound, false);
        if (tally.clean()) {
            tally = new Tally();
            chunks(bound, true);
        }
    }

    private List<Bound> bind(InputStream in) throws IOException {
        var reader = new LineReader(in);
        var bound = new ArrayList<Bound>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            var text = line.text();
            bound.add(
                    text == null
                            ? new Bound(
                                    line.number(), Optional.empty(), Outcome.rejected("", line.code(), line.detail()))
                            : bind(line.number(), text));
        }
        return bound;
    }

    private Bound bind(int number, String text) {
        try {
            return new Bound(number, Optional.of(kind.bind(text)), Outcome.same());
        } catch (Problem problem) {
            return new Bound(number, Optional.empty(), rejected(problem));
        }
    }

    private void chunks(List<Bound> bound, boolean keep) {
        for (int from = 0; from < bound.size(); from += CHUNK) {
            var chunk = bound.subList(from, Math.min(from + CHUNK, bound.size()));
            var outcomes = chunk(chunk, keep);
            for (int i = 0; i < chunk.size(); i++) {
                tally.add(chunk.get(i).number(), outcomes.get(i));
            }
        }
    }

    private List<Outcome> chunk(List<Bound> chunk, boolean keep) {
        try {
            List<Outcome> outcomes = kind.storage().write((handle, journal) -> {
                var each = new ArrayList<Outcome>(chunk.size());
                for (var line : chunk) {
                    each.add(line(handle, journal, line));
                    WriteLimit.restart();
                }
                if (!keep || (!partial && each.stream().anyMatch(Outcome.Rejected.class::isInstance))) {
                    throw new NotKept(each);
                }
                return each;
            });
            stored = true;
            return outcomes;
        } catch (NotKept notKept) {
            return notKept.outcomes;
        }
    }

    private Outcome line(Handle handle, Journal journal, Bound line) {
        if (line.record().isEmpty()) {
            return line.fault();
        }
        handle.execute("savepoint import_line");
        Outcome outcome;
        try {
            outcome = kind.put(handle, journal, line.record().get());
        } catch (Problem problem) {
            outcome = rejected(problem);
        } catch (RuntimeException fault) {
            LOG.warn("line {} of an import of kind {} could not be stored", line.number(), kind.name(), fault);
            outcome = Outcome.rejected("", "import.fault", "the line could not be stored; the log says why");
        }
        if (outcome instanceof Outcome.Rejected || outcome instanceof Outcome.Duplicate) {
            handle.execute("rollback to savepoint import_line");
        }
        handle.execute("release savepoint import_line");
        return outcome;
    }

    private static Outcome rejected(Problem problem) {
        var pointer = problem.pointer();
        return Outcome.rejected(pointer == null ? "" : pointer, problem.code(), problem.detail());
    }
}
