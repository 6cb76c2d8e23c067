package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;
import org.pavilion.server.live.view.WordBook;

/**
 * The rules of words as moderators edit them.
 *
 * @param places where the reader may change them
 * @param draft the rules as lines of text, as typed or as they hold
 * @param trial what the draft would have done, when it was tried
 */
public record WordsSheet(
        WordBook book, List<Place> places, Typed draft, Optional<WordBook.Trial> trial, Optional<Desk.Notice> notice) {

    /** The house, of which {@code title} says nothing, or a room. */
    public record Place(String scope, Optional<Text> title) {}
}
