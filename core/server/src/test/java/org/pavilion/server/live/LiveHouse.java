package org.pavilion.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Assertions;
import org.pavilion.api.Caller;
import org.pavilion.api.Journal;
import org.pavilion.api.Language;
import org.pavilion.api.Notice;
import org.pavilion.api.Notices;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.StreamSpec;
import org.pavilion.api.Text;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.event.TaskQueue;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.json.Json;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.live.view.MessageView;
import org.pavilion.server.live.view.RoomView;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.settings.Limit;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.RateTable;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

/** The rooms with everything below them, on the store of a test. */
final class LiveHouse implements AutoCloseable {
    static final Caller HOST =
            new Caller(new Ref("operator", "operator"), Caller.Kind.OPERATOR, Set.of("pub", "role:operator"));
    static final Text TITLE = new Text("开幕", "Opening");

    final StorageMount mount;
    final LiveRooms rooms;
    final RoomTopics topics;
    final Identity identity;
    final ExpoDirectory directory;
    final List<String> noticed = new CopyOnWriteArrayList<>();
    private final TaskQueue tasks;
    final Realtime realtime;

    LiveHouse(Store store) {
        this(store, Rate.of("1000/s burst 1000"));
    }

    LiveHouse(Store store, Rate chat) {
        this(store.database(), store.log(), store.settings(), chat);
    }

    LiveHouse(Database database, EventLog log, ServerSettings settings, Rate chat) {
        var json = new Json();
        mount = database.mount("core", json);
        var events = log.domain("core", mount, json);
        tasks = new TaskQueue(database);
        var limits = settings.withLimits(
                RateTable.DEFAULT.with(Limit.CHAT, chat).with(Limit.ASK, chat).with(Limit.VOTE, chat));
        var telemetry = new Telemetry();
        identity = new Identity(mount, events, limits, telemetry);
        realtime = new Realtime(identity, json, telemetry);
        directory = new ExpoDirectory(mount, events);
        database.guard(directory.guard());
        rooms = new LiveRooms(
                mount,
                events,
                tasks.tasks("core", mount),
                json,
                identity,
                realtime,
                directory,
                database.epoch(),
                settings.data().resolve("recordings"));
        topics = rooms.topics();
        rooms.notify(new Notices() {
            @Override
            public void send(Handle handle, Journal journal, Ref person, Notice notice) {
                noticed.add(person + " " + notice.kind());
            }

            @Override
            public void sendToStarred(Handle handle, Journal journal, Ref object, Notice notice) {
                noticed.add("starred " + object + " " + notice.kind());
            }

            @Override
            public void send(Ref person, Notice notice) {
                noticed.add(person + " " + notice.kind());
            }
        });
    }

    static Caller guest(int n) {
        return new Caller(new Ref("guest", "g" + n), Caller.Kind.GUEST, Set.of("pub"));
    }

    static RoomSpec talk() {
        return RoomSpec.of(TITLE, RoomSpec.Module.CHAT, RoomSpec.Module.REACTIONS);
    }

    /** A session with a picture that began so long ago and has so long to go. */
    static RoomSpec session(Duration since, Duration left) {
        var now = Instant.now();
        return talk().at(now.minus(since), now.plus(left)).showing(new StreamSpec.TestCard());
    }

    Ref attach(String id, RoomSpec spec) {
        var ref = new Ref("session", id);
        rooms.attach(ref, spec);
        return ref;
    }

    MessageView say(int guest, Ref room, String text) {
        return rooms.post(guest(guest), room, ChatDraft.of(text));
    }

    static ChatDraft keyed(String text, String key) {
        return new ChatDraft(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(key));
    }

    RoomView view(Ref room, Caller caller) {
        return rooms.room(room, caller, Language.EN).orElseThrow();
    }

    List<String> texts(Ref room) {
        return rooms.messages(room, 0, 100).messages().stream()
                .map(MessageView::text)
                .toList();
    }

    /** Waits for what follows from the log. */
    static void await(BooleanSupplier reached) {
        var deadline = System.nanoTime() + 20_000_000_000L;
        while (!reached.getAsBoolean()) {
            Assertions.assertTrue(System.nanoTime() < deadline, "it did not come to pass");
            Thread.onSpinWait();
        }
    }

    static Problem refused(String code, org.junit.jupiter.api.function.Executable action) {
        var problem = Assertions.assertThrows(Problem.class, action);
        Assertions.assertEquals(code, problem.code(), problem.detail());
        return problem;
    }

    @Override
    public void close() {
        rooms.close();
        tasks.close();
        realtime.close();
        mount.close();
    }
}
