package org.pavilion.server.live;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.pavilion.api.Ref;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.live.view.ModesDraft;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;

/** People talk in a delayed room; each message is named on the output once it was acknowledged. Is killed at it. */
final class DelayKillChild {
    static final Ref ROOM = new Ref("session", "delayed");
    static final int DELAY_SECONDS = 2;

    private DelayKillChild() {}

    public static void main(String[] args) throws IOException {
        var settings = ServerSettings.local(Path.of(args[0]));
        var database = Database.open(settings, new Telemetry());
        var house = new LiveHouse(
                database, new EventLog(database, new Telemetry()), settings, Rate.of("100000/s burst 100000"));
        house.rooms.attach(ROOM, LiveHouse.talk());
        house.rooms.modes(
                LiveHouse.HOST,
                ROOM,
                new ModesDraft(
                        Optional.empty(),
                        Optional.of(DELAY_SECONDS),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        for (int n = 0; ; n++) {
            out.writeUTF(house.say(n % 5, ROOM, "said " + UUID.randomUUID()).id());
            out.flush();
        }
    }
}
