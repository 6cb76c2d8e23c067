package org.pavilion.server.live;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.pavilion.api.Ref;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;

/** People talk as fast as they can; each message is named on the output once it was acknowledged. Is killed at it. */
final class ChatKillChild {
    static final Ref ROOM = new Ref("session", "killed");
    private static final int PEOPLE = 6;

    private ChatKillChild() {}

    public static void main(String[] args) {
        var settings = ServerSettings.local(Path.of(args[0]));
        var database = Database.open(settings, new Telemetry());
        var house = new LiveHouse(
                database, new EventLog(database, new Telemetry()), settings, Rate.of("100000/s burst 100000"));
        house.rooms.attach(ROOM, LiveHouse.talk());
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        for (int person = 0; person < PEOPLE; person++) {
            int who = person;
            Thread.ofPlatform().start(() -> {
                for (int n = 0; ; n++) {
                    talk(house, out, who, args[1] + "-" + who + "-" + n);
                }
            });
        }
    }

    private static void talk(LiveHouse house, DataOutputStream out, int who, String key) {
        var message = house.rooms.post(LiveHouse.guest(who), ROOM, LiveHouse.keyed("said " + key, key));
        synchronized (out) {
            try {
                out.writeUTF(who + " " + key + " " + message.id());
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
