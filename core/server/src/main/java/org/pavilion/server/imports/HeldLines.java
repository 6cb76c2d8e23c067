package org.pavilion.server.imports;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.api.Releases;
import org.pavilion.api.Storage;
import org.pavilion.server.storage.WriteLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines of any owner's kinds, stored within one write of somebody else. */
record HeldLines(Storage core, Kinds all) implements Releases {
    private static final Logger LOG = LoggerFactory.getLogger(HeldLines.class);

    /** Carries the outcomes out of a write that is not to be kept. */
    private static final class Tried extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Outcome> outcomes;

        Tried(List<Outcome> outcomes) {
            super(null, null, false, false);
            this.outcomes = outcomes;
        }
    }

    @Override
    public List<String> kinds() {
        return all.ordered();
    }

    @Override
    public List<Outcome> tried(List<Line> lines) {
        try {
            return core.write((handle, journal) -> {
                var outcomes = new ArrayList<Outcome>(lines.size());
                for (var line : lines) {
                    outcomes.add(tried(handle, journal, line));
                }
                throw new Tried(outcomes);
            });
        } catch (Tried tried) {
            return tried.outcomes;
        }
    }

    private Outcome tried(Handle handle, Journal journal, Line line) {
        handle.execute("savepoint held_line");
        Outcome outcome;
        try {
            outcome = put(journal, line);
        } catch (Problem problem) {
            var pointer = problem.pointer();
            outcome = Outcome.rejected(pointer == null ? "" : pointer, problem.code(), problem.detail());
        } catch (RuntimeException fault) {
            LOG.warn("a held line of kind {} could not be tried", line.kind(), fault);
            outcome = Outcome.rejected("", "import.fault", "the line could not be stored; the log says why");
        }
        if (outcome instanceof Outcome.Rejected || outcome instanceof Outcome.Duplicate) {
            handle.execute("rollback to savepoint held_line");
        }
        handle.execute("release savepoint held_line");
        return outcome;
    }

    @Override
    public Outcome release(Handle handle, Journal journal, Line line) {
        return switch (put(journal, line)) {
            case Outcome.Rejected refused -> throw refused(line, refused.code() + ": " + refused.detail());
            case Outcome.Duplicate twin -> throw refused(line, "the record is there already as " + twin.of());
            case Outcome.Created created -> created;
            case Outcome.Updated updated -> updated;
            case Outcome.Same same -> same;
        };
    }

    private static Problem refused(Line line, String why) {
        return new Problem("release.refused", 409, "a record of kind " + line.kind() + " cannot be released: " + why);
    }

    /** The time limit of the write counts anew with each line, as in an import. */
    private Outcome put(Journal journal, Line line) {
        var kind = all.find(line.kind())
                .orElseThrow(
                        () -> new Problem("import.unknown-kind", 422, "nobody takes records of kind " + line.kind())
                                .at("/kind"));
        var record = kind.bind(line.text());
        var outcome = kind.storage().join(journal, (handle, own) -> kind.put(handle, own, record));
        WriteLimit.restart();
        return outcome;
    }
}
