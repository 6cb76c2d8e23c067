package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.ChatKillChild.ROOM;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;

/** A house killed while people talk keeps every message it acknowledged; {@code -Dkill.rounds} says how often. */
final class ChatKillTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 2);
    private static final int AGAIN = 20;

    @Test
    void noAcknowledgedMessageIsLostAndNoneIsSaidTwice(@TempDir Path data) throws Exception {
        var random = new Random();
        var acknowledged = new LinkedHashSet<String>();
        for (int round = 0; round < ROUNDS; round++) {
            int before = acknowledged.size();
            talkUntilKilled(data, "r" + round, 50 + random.nextInt(300), acknowledged);
            assertTrue(acknowledged.size() > before, "nobody said anything");
            check(data, acknowledged);
        }
    }

    private static void talkUntilKilled(Path data, String round, int patience, Set<String> acknowledged)
            throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChatKillChild.class.getName(),
                        data.toString(),
                        round)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = new DataInputStream(new BufferedInputStream(child.getInputStream()))) {
            for (int n = 0; n < patience; n++) {
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
    }

    private static void check(Path data, Set<String> acknowledged) throws Exception {
        var settings = ServerSettings.local(data);
        try (var database = Database.open(settings, new Telemetry());
                var log = new EventLog(database, new Telemetry());
                var house = new LiveHouse(database, log, settings, Rate.of("100000/s burst 100000"))) {
            var stored = house.mount.read(handle -> new HashSet<>(handle.select("select id from live_message")
                    .mapTo(String.class)
                    .list()));
            var lost = new HashSet<String>();
            acknowledged.forEach(line -> lost.add(line.split(" ", -1)[2]));
            lost.removeAll(stored);
            assertEquals(Set.of(), lost);
            var revs = house.mount.read(handle -> handle.createQuery("select rev from live_change order by rev")
                    .mapTo(Long.class)
                    .list());
            assertEquals(LongStream.rangeClosed(1, stored.size()).boxed().toList(), revs);
            assertEquals(stored.size(), house.topics.head("room:" + ROOM).rev());
            sayAgain(house, List.copyOf(acknowledged).reversed().subList(0, AGAIN));
            assertEquals(stored.size(), house.topics.head("room:" + ROOM).rev());
        }
    }

    /** Clients that did not hear the answer send their message once more. */
    private static void sayAgain(LiveHouse house, List<String> lines) {
        for (var line : lines) {
            var parts = line.split(" ", -1);
            var answer = house.rooms.post(
                    LiveHouse.guest(Integer.parseInt(parts[0])), ROOM, LiveHouse.keyed("said " + parts[1], parts[1]));
            assertEquals(parts[2], answer.id());
        }
    }
}
