package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.BallotKillChild.ROOM;
import static org.pavilion.server.live.LiveHouse.HOST;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Text;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.live.poll.PollMove;
import org.pavilion.server.live.view.PollDraft;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;

/** A house killed while a crowd votes keeps every ballot it gave a receipt for, and its proof names it. */
final class BallotKillTest {
    private static final int PATIENCE = 200;

    /** What is done with a house that is opened on the data and closed again. */
    private interface Work<T> {
        T in(LiveHouse house);
    }

    @Test
    void noAcknowledgedBallotIsLost(@TempDir Path data) throws Exception {
        var options = List.of(new Text("甲", "A"), new Text("乙", "B"));
        var poll = opened(data, house -> {
            house.rooms.attach(ROOM, BallotKillChild.spec());
            var id = house.rooms
                    .polls()
                    .create(HOST, ROOM, PollDraft.choice(new Text("哪个", "Which"), options))
                    .id();
            house.rooms.polls().act(HOST, ROOM, id, PollMove.OPEN, Optional.empty(), Optional.empty());
            return id;
        });
        var acknowledged = voteUntilKilled(data, poll);
        assertTrue(acknowledged.size() >= PATIENCE, "the crowd voted");
        opened(data, house -> {
            var polls = house.rooms.polls();
            polls.act(HOST, ROOM, poll, PollMove.CLOSE, Optional.empty(), Optional.empty());
            var proof = polls.proof(HOST, ROOM, poll, 1);
            var lost = new HashSet<>(acknowledged);
            lost.removeAll(new HashSet<>(proof.leaves()));
            assertEquals(Set.of(), lost);
            assertEquals(proof.ballots(), proof.leaves().size());
            return proof;
        });
    }

    private static <T> T opened(Path data, Work<T> work) throws Exception {
        var settings = ServerSettings.local(data);
        try (var database = Database.open(settings, new Telemetry());
                var log = new EventLog(database, new Telemetry());
                var house = new LiveHouse(database, log, settings, Rate.of("100000/s burst 100000"))) {
            return work.in(house);
        }
    }

    private static Set<String> voteUntilKilled(Path data, String poll) throws IOException, InterruptedException {
        var acknowledged = new HashSet<String>();
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BallotKillChild.class.getName(),
                        data.toString(),
                        poll)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = new DataInputStream(new BufferedInputStream(child.getInputStream()))) {
            for (int n = 0; n < PATIENCE; n++) {
                acknowledged.add(in.readUTF());
            }
            // By its handle: the process itself would close its output, with acknowledgements still in it.
            child.toHandle().destroyForcibly();
            while (true) {
                acknowledged.add(in.readUTF());
            }
        } catch (EOFException e) {
            child.waitFor();
        } finally {
            child.destroyForcibly();
        }
        return acknowledged;
    }
}
