package org.pavilion.api;

import java.util.List;
import java.util.Optional;

/**
 * A page that lists records; {@link Templates#listing} draws it the same way in every board.
 *
 * @param path its own site path
 * @param tabs sibling lists of the same board
 * @param filters groups of choices, each choice a link
 * @param rows what is listed, in order
 * @param total how many the whole list has
 * @param next cursor of the following page, for the query parameter {@code after}
 * @param empty what to say when nothing is listed
 */
@Preview
public record Listing(
        Text title,
        Text lede,
        String path,
        List<Tab> tabs,
        List<Filter> filters,
        List<Row> rows,
        long total,
        Optional<String> next,
        Text empty) {

    /** A sibling list at a site path. */
    public record Tab(Text label, String path, boolean current) {}

    /** Choices of one query parameter; none chosen shows everything. */
    public record Filter(Text title, String parameter, List<Choice> choices) {}

    public record Choice(Text label, String value, long count, boolean chosen) {}

    /**
     * One record.
     *
     * @param lead a short code, year or time in front; may be empty
     * @param synthetic marks the row as invented
     */
    public record Row(Ref ref, Text name, Text summary, Optional<Text> lead, List<Mark> marks, boolean synthetic) {}
}
