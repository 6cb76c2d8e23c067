package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.server.directory.EditionState;
import org.pavilion.server.directory.ExpoDirectory.BoardName;

/**
 * All editions and the form for one.
 *
 * @param current the one shown when a visitor chose none
 * @param zones time zones to choose from
 * @param edited the one that the form changes; empty for a new one
 */
public record EditionSheet(
        List<EditionState> editions,
        String current,
        List<BoardName> boards,
        List<String> zones,
        Typed typed,
        Optional<EditionState> edited,
        Optional<Desk.Notice> notice,
        String undo) {}
