package org.pavilion.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.telemetry.Telemetry;

/** A server killed while it writes keeps what it acknowledged; {@code -Dkill.rounds} says how often. */
final class KillTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);

    @Test
    void noAcknowledgedWriteIsLost(@TempDir Path data) throws Exception {
        var random = new Random();
        var acknowledged = new HashSet<Long>();
        for (int round = 1; round <= ROUNDS; round++) {
            int before = acknowledged.size();
            writeUntilKilled(data, round * 1_000_000_000L, 50 + random.nextInt(2_000), acknowledged);
            assertTrue(acknowledged.size() > before, "the child wrote nothing");
            check(data, acknowledged);
        }
    }

    /** Kills after so many acknowledgements; which write that hits is chance. */
    private static void writeUntilKilled(Path data, long base, int patience, Set<Long> acknowledged)
            throws IOException, InterruptedException {
        var child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillChild.class.getName(),
                        data.toString(),
                        String.valueOf(base))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = new DataInputStream(new BufferedInputStream(child.getInputStream()))) {
            for (int n = 0; n < patience; n++) {
                acknowledged.add(in.readLong());
            }
            // By its handle: the process itself would close its output, with acknowledgements still in it.
            child.toHandle().destroyForcibly();
            while (true) {
                acknowledged.add(in.readLong());
            }
        } catch (EOFException e) {
            child.waitFor();
        } finally {
            child.destroyForcibly();
        }
    }

    private static void check(Path data, Set<Long> acknowledged) {
        try (var database = Database.open(ServerSettings.local(data), new Telemetry());
                var mount = database.mount("kill", new Json())) {
            mount.read(handle -> {
                var found = new HashSet<>(handle.select("select n from kill_write")
                        .mapTo(Long.class)
                        .list());
                var lost = new HashSet<>(acknowledged);
                lost.removeAll(found);
                assertEquals(Set.of(), lost);
                assertEquals(0L, one(handle, "select sum(balance) from kill_account"));
                assertEquals(found.size(), one(handle, "select count(*) from event_log"));
                assertEquals(found.size(), one(handle, "select max(seq) from event_log"));
                assertEquals(found.size(), one(handle, """
                        select count(*) from kill_write w join event_log e on e.id = w.event"""));
                assertEquals(
                        "ok",
                        handle.createQuery("pragma integrity_check")
                                .mapTo(String.class)
                                .one());
                return true;
            });
        }
    }

    private static long one(org.jdbi.v3.core.Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Long.class).one();
    }
}
