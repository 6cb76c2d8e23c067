package org.pavilion.api;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Makes records of any board public at a moment of their own. Until then a record is no more than a
 * line of an import that the plugin keeps in a table nobody else reads: the board does not have it, so
 * no list, page, figure, link, search or export can show it early. Its release is the import of that
 * line, with whatever else is released in the same write: all of it, or none.
 *
 * <pre>{@code
 * storage.write((handle, journal) -> {
 *     for (var line : kept) {
 *         releases.release(handle, journal, line);   // a policy, a deal, a platform …
 *     }
 *     return journal.append(new BlockRun(session));
 * });
 * }</pre>
 */
@Preview
public interface Releases {

    /**
     * A record of some board before it is there.
     *
     * @param kind of the import that takes it, which is also the type of its reference
     * @param text one line of that import
     */
    record Line(String kind, String text) {}

    /** The kinds that can be released now, in the order in which they must come. */
    List<String> kinds();

    /**
     * What would become of each line if all were released now, in this order; nothing is stored. Never
     * inside {@link Storage#write}.
     */
    List<Outcome> tried(List<Line> lines);

    /**
     * Stores the line as an import does, in the write of the caller. A line that is not taken throws
     * {@code release.refused} (409), so that nothing of the write remains.
     */
    Outcome release(Handle handle, Journal journal, Line line);
}
