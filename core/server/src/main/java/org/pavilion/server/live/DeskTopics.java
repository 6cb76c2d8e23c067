package org.pavilion.server.live;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.realtime.Position;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.realtime.TopicEvent;
import org.pavilion.server.realtime.TopicSource;

/**
 * Tells the moderators of a room which part of their desk has changed. A part's state is a number that
 * grows; what the part holds is asked for over HTTP, so a storm of changes is one question.
 */
final class DeskTopics implements TopicSource {
    static final String PREFIX = "desk:";

    private final Realtime realtime;
    private final Access access;
    private final JsonText json;
    private final Map<String, Map<String, String>> parts = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong(System.currentTimeMillis());

    DeskTopics(Realtime realtime, Access access, JsonText json) {
        this.realtime = realtime;
        this.access = access;
        this.json = json;
        realtime.serve(PREFIX, this);
    }

    /** State of a part; another {@code n} than before says that it has changed. */
    record Changed(long n) {}

    /** Says that a part of a room's desk is another now. */
    void changed(Ref room, String part) {
        var topic = PREFIX + room;
        var value = json.text(new Changed(changes.incrementAndGet()));
        parts.computeIfAbsent(topic, each -> new ConcurrentHashMap<>()).put(part, value);
        realtime.topic(topic).state(part, value);
    }

    @Override
    public Set<String> admit(Caller caller, String topic) {
        var room = RoomTopics.roomId(topic.substring(PREFIX.length()));
        if (!access.can(caller, LivePermissions.MODERATE, LivePermissions.in(room))) {
            throw Problem.notFound("this topic");
        }
        return Set.of(LivePermissions.MODERATE.toString());
    }

    /** It has no events: whoever resumes is told the state. */
    @Override
    public Position head(String topic) {
        return new Position("desk", 0);
    }

    @Override
    public List<TopicEvent> read(String topic, long afterRev, int limit) {
        return List.of();
    }

    @Override
    public Map<String, String> state(String topic) {
        return Map.copyOf(parts.getOrDefault(topic, Map.of()));
    }
}
