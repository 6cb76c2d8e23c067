package org.pavilion.server.realtime;

import java.nio.file.Path;
import java.time.Duration;
import org.pavilion.api.Problem;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Session;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.telemetry.Telemetry;

/** The socket endpoint alone, on a real port, with a room's topics from a {@link Diary}. */
final class SocketHouse implements AutoCloseable {
    static final String ROOM = "room:keynote";

    final Diary diary = new Diary();
    final Telemetry telemetry = new Telemetry();
    final Identity identity;
    final Realtime realtime;
    final StorageMount core;
    private final Database database;
    private final EventLog log;
    private final SocketPort port;

    SocketHouse(Path data) throws Exception {
        var settings = ServerSettings.local(data);
        var json = new Json();
        database = Database.open(settings, telemetry);
        core = database.mount("core", json);
        log = new EventLog(database, telemetry);
        identity = new Identity(core, log.domain("core", core, json), settings, telemetry);
        realtime = new Realtime(identity, json, telemetry);
        realtime.serve("room:", diary);
        port = new SocketPort(realtime);
    }

    int port() {
        return port.number();
    }

    /** A cookie that makes a guest known. */
    String guest() {
        return "Cookie: " + identity.guestCookie() + "=" + identity.newGuest();
    }

    /** Signs the operator in; a cold and busy machine may need more than the time of one write. */
    Session signIn() {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            try {
                var token = identity.setupLink().replaceAll(".*token=", "");
                return identity.exchange(token, Credentials.none("127.0.0.1"));
            } catch (Problem slow) {
                if (System.nanoTime() > deadline) {
                    throw slow;
                }
            }
        }
    }

    /** Writes an event and tells it. */
    void say(String payload) {
        tell(diary.write(payload));
    }

    void say(int number) {
        tell(diary.write(number));
    }

    void tell(TopicEvent event) {
        realtime.topic(ROOM).publish(event.rev(), event.name(), event.payload());
    }

    @Override
    public void close() {
        realtime.drain();
        port.close();
        realtime.close();
        log.close();
        core.close();
        database.close();
    }
}
