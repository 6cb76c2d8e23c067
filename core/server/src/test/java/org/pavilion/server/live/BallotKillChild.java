package org.pavilion.server.live;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.live.view.BallotDraft;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;

/** A crowd votes as fast as it can; each voter is named on the output once the ballot was acknowledged. Is killed at it. */
final class BallotKillChild {
    static final Ref ROOM = new Ref("session", "killed");
    private static final int CROWDS = 6;

    private BallotKillChild() {}

    static RoomSpec spec() {
        return RoomSpec.of(LiveHouse.TITLE, RoomSpec.Module.POLLS);
    }

    public static void main(String[] args) {
        var settings = ServerSettings.local(Path.of(args[0]));
        var database = Database.open(settings, new Telemetry());
        var house = new LiveHouse(
                database, new EventLog(database, new Telemetry()), settings, Rate.of("100000/s burst 100000"));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        for (int crowd = 0; crowd < CROWDS; crowd++) {
            int from = crowd;
            Thread.ofPlatform().start(() -> {
                for (int voter = from; ; voter += CROWDS) {
                    vote(house, out, args[1], voter);
                }
            });
        }
    }

    private static void vote(LiveHouse house, DataOutputStream out, String poll, int voter) {
        var ballot = new BallotDraft(List.of(voter % 2), Optional.empty(), List.of(), Optional.empty());
        var receipt = house.rooms
                .polls()
                .vote(LiveHouse.guest(voter), ROOM, poll, ballot)
                .mine()
                .orElseThrow()
                .receipt()
                .orElseThrow();
        synchronized (out) {
            try {
                out.writeUTF(receipt.hash());
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
