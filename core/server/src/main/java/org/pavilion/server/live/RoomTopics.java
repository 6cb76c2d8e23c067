package org.pavilion.server.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.live.MessageRows.Logged;
import org.pavilion.server.realtime.Position;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.realtime.Tick;
import org.pavilion.server.realtime.TopicEvent;
import org.pavilion.server.realtime.TopicSource;

/** The rooms as topics: what stands in the tables is what listeners hear, now or later. */
final class RoomTopics implements TopicSource, Feed {
    static final String PREFIX = "room:";

    private final Storage storage;
    private final JsonText json;
    private final Realtime realtime;
    private final Supplier<String> epoch;
    private @Nullable Parts parts;

    RoomTopics(Storage storage, JsonText json, Realtime realtime, Supplier<String> epoch) {
        this.storage = storage;
        this.json = json;
        this.realtime = realtime;
        this.epoch = epoch;
    }

    /** What the topics tell about; it tells through them, so it comes second. */
    record Parts(RoomStore rooms, RoomReader reader, Chat chat, Reactions reactions, Danmaku danmaku) {}

    void open(Parts told) {
        parts = told;
        realtime.serve(PREFIX, this);
    }

    @Override
    public void publish(Ref room, long rev, String event, String payload) {
        realtime.topic(PREFIX + room).publish(rev, event, payload);
    }

    @Override
    public void state(Ref room, String key, String value) {
        realtime.topic(PREFIX + room).state(key, value);
    }

    @Override
    public int online(Ref room) {
        return realtime.connections(PREFIX + room);
    }

    @Override
    public Set<String> admit(Caller caller, String topic) {
        var id = room(topic);
        var parts = parts();
        parts.reader().admit(caller, id);
        return storage.read(handle -> {
            var room = parts.rooms().require(handle, id);
            return Set.copyOf(parts.reader().can(handle, caller, room));
        });
    }

    @Override
    public Position head(String topic) {
        var id = room(topic);
        return storage.read(handle ->
                new Position(epoch.get(), parts().rooms().require(handle, id).rev()));
    }

    @Override
    public List<TopicEvent> read(String topic, long afterRev, int limit) {
        var id = room(topic);
        return storage.read(handle -> parts().chat().rows().log(handle, id, afterRev, limit)).stream()
                .map(this::event)
                .toList();
    }

    /** A message that is gone is told as gone wherever it stood. */
    private TopicEvent event(Logged logged) {
        var id = logged.messageId();
        if (id == null) {
            var body = logged.body();
            return new TopicEvent(logged.rev(), logged.event(), body == null ? "{}" : body);
        }
        var message = logged.message();
        if (message == null) {
            var by = logged.removedBy();
            return new TopicEvent(
                    logged.rev(), Chat.DELETED, json.text(new Chat.Deleted(id, by == null ? "moderator" : by)));
        }
        var view = parts().chat().view(message);
        return view.editedAt().isPresent() && logged.event().equals(Chat.EDITED)
                ? new TopicEvent(
                        logged.rev(),
                        Chat.EDITED,
                        json.text(
                                new Chat.Edited(id, view.text(), view.editedAt().get())))
                : new TopicEvent(logged.rev(), Chat.SHOWN, json.text(view));
    }

    @Override
    public Map<String, String> state(String topic) {
        var id = room(topic);
        var parts = parts();
        return storage.read(handle -> {
            var room = parts.rooms().require(handle, id);
            var state = new LinkedHashMap<String, String>();
            state.put(
                    "phase",
                    json.text(new RoomStore.Standing(room.phase(), parts.rooms().over(handle, room))));
            state.put("modes", json.text(RoomReader.modes(room)));
            parts.reader().stream(handle, room).ifPresent(stream -> state.put("stream", json.text(stream)));
            state.put(
                    "deleted", json.text(new Chat.DeletedIds(parts.chat().rows().removed(handle, id))));
            return state;
        });
    }

    /** How many watch. */
    record Viewers(int online) {}

    @Override
    public Tick tick(String topic) {
        var id = room(topic);
        var parts = parts();
        var counters = Map.of(
                "viewers", json.text(new Viewers(online(id))),
                "reactions", json.text(parts.reactions().totals(id)));
        var sample = parts.danmaku().tick(id);
        return new Tick(
                counters,
                sample.seen() == 0
                        ? Map.of()
                        : Map.of("danmaku", json.text(sample.items()), "seen", String.valueOf(sample.seen())));
    }

    private Parts parts() {
        var told = parts;
        if (told == null) {
            throw new IllegalStateException("the rooms are not open yet");
        }
        return told;
    }

    private static Ref room(String topic) {
        if (!topic.startsWith(PREFIX)) {
            throw Problem.notFound("this topic");
        }
        return roomId(topic.substring(PREFIX.length()));
    }

    /** A room's id as clients write it; what is no reference is no room. */
    static Ref roomId(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !text.matches("[a-z][a-z0-9-]{0,39}:[A-Za-z0-9._-]{1,128}")) {
            throw Problem.notFound("this room");
        }
        return new Ref(text.substring(0, colon), text.substring(colon + 1));
    }
}
