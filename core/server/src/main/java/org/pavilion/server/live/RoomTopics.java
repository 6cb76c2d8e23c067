package org.pavilion.server.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.live.chat.Chat;
import org.pavilion.server.live.chat.Danmaku;
import org.pavilion.server.live.chat.MessageRows.Logged;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.room.RoomModule;
import org.pavilion.server.live.room.RoomStore;
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
    private final DeskTopics desks;
    private @Nullable Parts parts;

    RoomTopics(Storage storage, JsonText json, Realtime realtime, Access access, Supplier<String> epoch) {
        this.storage = storage;
        this.json = json;
        this.realtime = realtime;
        this.epoch = epoch;
        desks = new DeskTopics(realtime, access, json);
    }

    /** What the topics tell about; it tells through them, so it comes second. */
    record Parts(
            RoomStore rooms,
            RoomReader reader,
            Chat chat,
            Reactions reactions,
            Danmaku danmaku,
            List<RoomModule> modules,
            BiConsumer<Ref, Caller> arrived) {}

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
    public int hall(Ref room) {
        return realtime.connections(PREFIX + room, Caller.Kind.IN_ROOM);
    }

    @Override
    public int screens(Ref room) {
        return realtime.connections(PREFIX + room, Caller.Kind.DISPLAY);
    }

    @Override
    public void desk(Ref room, String part) {
        desks.changed(room, part);
    }

    @Override
    public Set<String> admit(Caller caller, String topic) {
        var id = room(topic);
        var parts = parts();
        parts.reader().admit(caller, id);
        parts.arrived().accept(id, caller);
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
        return storage.read(handle -> parts().chat().rows().log(handle, id, afterRev, limit).stream()
                .map(line -> event(handle, id, line))
                .toList());
    }

    /** A message that is gone is told as gone wherever it stood; each other module says its own lines. */
    private TopicEvent event(Handle handle, Ref room, Logged logged) {
        var id = logged.messageId();
        if (id == null) {
            var body = logged.body() == null ? "{}" : logged.body();
            var told = parts().modules().stream()
                    .filter(module -> logged.event().startsWith(module.prefix()))
                    .findFirst()
                    .map(module -> module.told(handle, room, logged.event(), body))
                    .orElse(body);
            return new TopicEvent(logged.rev(), logged.event(), told);
        }
        var message = logged.message();
        if (message == null) {
            var by = logged.removedBy();
            // What waits or never was shown says no more than that it cannot be seen.
            return new TopicEvent(
                    logged.rev(), Chat.DELETED, json.text(new Chat.Deleted(id, by == null ? "held" : by)));
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
            parts.reader().stream(handle, room).ifPresent(stream -> state.put("stream", json.text(stream)));
            state.put(
                    "deleted", json.text(new Chat.DeletedIds(parts.chat().rows().removed(handle, id))));
            parts.modules().forEach(module -> state.putAll(module.state(handle, room)));
            return state;
        });
    }

    @Override
    public Tick tick(String topic) {
        var id = room(topic);
        var parts = parts();
        var counters = new HashMap<String, String>();
        counters.put("viewers", json.text(RoomReader.counts(this, id)));
        counters.put("reactions", json.text(parts.reactions().totals(id)));
        var passing = new HashMap<String, String>();
        var sample = parts.danmaku().tick(id);
        if (sample.seen() > 0) {
            passing.put("danmaku", json.text(sample.items()));
            passing.put("seen", String.valueOf(sample.seen()));
        }
        for (var module : parts.modules()) {
            var tick = module.tick(id);
            counters.putAll(tick.counters());
            passing.putAll(tick.passing());
        }
        return new Tick(counters, passing);
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
