package org.pavilion.server.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of one import.
 *
 * @param id UUIDv7 of the run
 * @param stored whether anything may have been stored: not in a dry run, nor when a line was refused
 *     and the run was not partial
 * @param lines every line that was not plainly stored or unchanged
 * @param failure why the run ended before its last line
 */
public record ImportReport(
        String id,
        String kind,
        Instant at,
        boolean dryRun,
        boolean partial,
        boolean stored,
        int created,
        int updated,
        int same,
        int duplicates,
        int rejected,
        List<Line> lines,
        Optional<String> failure) {

    /**
     * One line that needs a look.
     *
     * @param line 1-based
     * @param outcome duplicate or rejected
     * @param pointer RFC 6901 pointer into the line
     * @param of reference of the object that it duplicates
     */
    public record Line(int line, String outcome, Optional<String> of, String pointer, String code, String detail) {}

    /** Whether no line was refused and the run came to its end. */
    public boolean clean() {
        return rejected == 0 && failure.isEmpty();
    }
}
