package org.pavilion.server.imports;

import java.util.List;
import java.util.Optional;

/**
 * What a table does to the expo, or did.
 *
 * @param stored whether it was imported; nothing is, as long as one row is at fault
 * @param joined organisations of the directory that take part from now on
 * @param zones names of zones that are new
 */
public record SheetResult(
        boolean stored,
        int created,
        int updated,
        int same,
        int joined,
        int duplicates,
        int faults,
        List<String> zones,
        List<Note> notes) {

    /** A row that needs a look. */
    public record Note(int line, String name, Kind kind, String code, String detail, Optional<String> of) {}

    /** Why a row is noted. */
    public enum Kind {
        FAULT,
        DUPLICATE,
        JOINED
    }

    public boolean clean() {
        return faults == 0;
    }
}
