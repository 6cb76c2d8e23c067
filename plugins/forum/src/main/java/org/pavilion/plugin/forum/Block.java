package org.pavilion.plugin.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * A part of a session and where it stands.
 *
 * @param id names it within the session
 * @param kind e.g. {@code signing}
 * @param start when it is planned, if the session's own hour is known
 * @param people who speaks in it
 * @param count how many records it stands for, published or still held
 * @param published what it made public; empty until it was run
 * @param held how many records wait for it
 * @param ran when it was run, if that is known
 */
public record Block(
        String id,
        String kind,
        Text title,
        Optional<Instant> start,
        Optional<Integer> minutes,
        List<String> people,
        int count,
        List<Published> published,
        int held,
        State state,
        Optional<Instant> ran) {

    /** Where a block stands. */
    public enum State {
        PLANNED,
        DONE
    }

    /** A record that the block made public. */
    public record Published(Ref ref, Text name) {}

    public boolean done() {
        return state == State.DONE;
    }
}
