package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.DelayKillChild.ROOM;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;

/** A house killed while messages wait for their time shows each of them after it starts again, once and not before. */
final class DelayKillTest {
    private static final int SAID = 60;

    @Test
    void whatWaitedIsShownOnceAndNotBeforeItsTime(@TempDir Path data) throws Exception {
        var acknowledged = talkUntilKilled(data);
        var settings = ServerSettings.local(data);
        try (var database = Database.open(settings, new Telemetry());
                var log = new EventLog(database, new Telemetry());
                var house = new LiveHouse(database, log, settings, Rate.of("1000/s burst 1000"))) {
            var end = Instant.now().plusSeconds(120);
            while (!shown(house).containsAll(acknowledged)) {
                assertTrue(Instant.now().isBefore(end), "not all were shown");
                Thread.onSpinWait();
            }
            var revs = house.mount.read(handle -> handle.createQuery("select rev from live_change order by rev")
                    .mapTo(Long.class)
                    .list());
            assertEquals(LongStream.rangeClosed(1, revs.size()).boxed().toList(), revs);
            long early = house.mount.read(handle -> handle.createQuery("""
                            select count(*) from live_change c join live_message m on m.id = c.message
                            where c.at < m.at + :delay""")
                    .bind("delay", DelayKillChild.DELAY_SECONDS * 1_000L)
                    .mapTo(Long.class)
                    .one());
            assertEquals(0, early);
            assertTrue(house.topics.head("room:" + ROOM).rev() >= revs.size());
        }
    }

    private static Set<String> shown(LiveHouse house) {
        return house.mount.read(
                handle -> new HashSet<>(handle.select("select id from live_message where state = 'visible'")
                        .mapTo(String.class)
                        .list()));
    }

    private static Set<String> talkUntilKilled(Path data) throws Exception {
        var acknowledged = new LinkedHashSet<String>();
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DelayKillChild.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = new DataInputStream(new BufferedInputStream(child.getInputStream()))) {
            for (int n = 0; n < SAID; n++) {
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
