package org.pavilion.server.realtime;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pavilion.api.Caller;

/**
 * The truth behind the topics of one prefix: who may listen, where the log stands, and what it says.
 * The engine only ever forwards and repeats what stands here. Called on virtual threads, never on a
 * fan-out thread, so reading a database is fine.
 *
 * <p>Everybody who hears a topic hears the same. What only some may hear is another topic.
 */
public interface TopicSource {

    /**
     * Lets the caller listen and says what they may do there, for the page to show ({@code
     * chat.send}). Throws a {@link org.pavilion.api.Problem} for those who may not, the same as for a
     * topic that does not exist when they may not know of it.
     */
    Set<String> admit(Caller caller, String topic);

    /** The last committed event and the log it belongs to. */
    Position head(String topic);

    /**
     * Committed events after {@code afterRev} in order without a hole, at most {@code limit}. A list
     * that begins later or is empty says that the log no longer holds that place.
     */
    List<TopicEvent> read(String topic, long afterRev, int limit);

    /** Every state key with its JSON; read when the first listener comes. */
    Map<String, String> state(String topic);

    /** The counters right now, asked at most four times a second while somebody listens. */
    default Tick tick(String topic) {
        return Tick.NONE;
    }

    /** Whether listeners are told once a second how many they are, as the counter {@code viewers}. */
    default boolean presence() {
        return true;
    }
}
