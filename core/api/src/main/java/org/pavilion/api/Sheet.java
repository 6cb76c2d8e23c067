package org.pavilion.api;

import java.util.List;
import java.util.Optional;

/**
 * The page of one record; {@link Templates#sheet} draws it the same way in every board.
 *
 * @param back the list it belongs to
 * @param facts labelled values, in order
 * @param sections longer parts below
 * @param links related records, from {@link Links#of}
 * @param sources where the record was read
 * @param synthetic what about the record is invented, if anything
 */
@Preview
public record Sheet(
        Listing.Tab back,
        Text eyebrow,
        Text title,
        Text lede,
        List<Mark> marks,
        List<Fact> facts,
        List<Section> sections,
        List<Link> links,
        List<Source> sources,
        Optional<Text> synthetic) {

    /** The same page without its links, for a place that shows them otherwise. */
    public Sheet withoutLinks() {
        return new Sheet(back, eyebrow, title, lede, marks, facts, sections, List.of(), sources, synthetic);
    }

    /** A label with one or several values. */
    public record Fact(Text label, List<Cell> values) {}

    /** A titled list of entries, each with an optional note. */
    public record Section(Text title, List<Entry> entries) {}

    public record Entry(Cell head, Optional<Text> note, List<Mark> marks) {}
}
