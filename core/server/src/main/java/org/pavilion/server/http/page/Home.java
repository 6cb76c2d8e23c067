package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Board;
import org.pavilion.api.Claim;
import org.pavilion.api.Directory.Field;
import org.pavilion.api.Edition;
import org.pavilion.server.http.PageTools.Part;

/**
 * What {@code home.jte} shows.
 *
 * @param chosen whether the visitor asked for this edition
 * @param editions those to switch between, newest first
 * @param entrance path of the first board that can be entered
 * @param figures the first published figures of the edition
 * @param figureCount how many there are
 */
public record Home(
        Edition edition,
        boolean chosen,
        List<Edition> editions,
        List<Card> boards,
        Optional<String> entrance,
        List<Claim> figures,
        int figureCount,
        List<Field> fields,
        List<Edition> hosted,
        List<Part> parts) {

    /** A board of the edition; {@code open} when the plugin that runs it is here. */
    public record Card(Board board, String icon, boolean open) {}
}
