package org.pavilion.server.notify;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.realtime.Position;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.realtime.TopicEvent;
import org.pavilion.server.realtime.TopicSource;

/**
 * How much is unread, as the topic {@code inbox:<account's id>}: a state and no events. To everybody
 * but its owner the topic is one that does not exist.
 */
final class UnreadTopics implements TopicSource {
    static final String PREFIX = "inbox:";
    private static final String KEY = "unread";

    private final Realtime realtime;
    private final ToIntFunction<Ref> unread;
    private final Position start;

    UnreadTopics(Realtime realtime, String epoch, ToIntFunction<Ref> unread) {
        this.realtime = realtime;
        this.unread = unread;
        this.start = new Position(epoch, 0);
        realtime.serve(PREFIX, this);
    }

    static String topic(Ref account) {
        return PREFIX + account.id();
    }

    void tell(Ref account) {
        var topic = realtime.topic(topic(account));
        if (topic.listeners() > 0) {
            topic.state(KEY, json(account));
        }
    }

    @Override
    public Set<String> admit(Caller caller, String topic) {
        if (caller.kind() != Caller.Kind.PERSON || !topic(caller.ref()).equals(topic)) {
            throw Problem.notFound("this topic");
        }
        return Set.of();
    }

    @Override
    public Position head(String topic) {
        return start;
    }

    @Override
    public List<TopicEvent> read(String topic, long afterRev, int limit) {
        return List.of();
    }

    @Override
    public Map<String, String> state(String topic) {
        return Map.of(KEY, json(new Ref("account", topic.substring(PREFIX.length()))));
    }

    @Override
    public boolean presence() {
        return false;
    }

    private String json(Ref account) {
        return "{\"count\":" + unread.applyAsInt(account) + "}";
    }
}
