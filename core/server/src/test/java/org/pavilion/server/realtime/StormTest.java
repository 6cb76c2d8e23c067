package org.pavilion.server.realtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.realtime.SocketHouse.ROOM;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Everybody loses the line at once and comes back while the talk goes on. */
@Timeout(120)
final class StormTest {
    private static final int CLIENTS = 300;
    private static final int MESSAGES = 200;
    private static final int DURING = 100;

    @Test
    void nothingIsLostAndNothingDoubledWhenEverybodyComesBackAtOnce(@TempDir Path data) throws Exception {
        try (var house = new SocketHouse(data);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // A third of what the clients missed, each another part of it, and all of it gone from memory.
            for (int n = 1; n <= MESSAGES; n++) {
                house.say(n);
            }
            int reads = house.diary.reads.get();
            var talking = new AtomicBoolean(true);
            var complete = new CountDownLatch(CLIENTS); // the memory of a topic goes with its last listener
            var clients = new ArrayList<Future<Ear>>();
            for (int i = 0; i < CLIENTS; i++) {
                int seen = i % MESSAGES;
                clients.add(threads.submit(client(house, seen, complete)));
            }
            var speaker = threads.submit(() -> {
                for (int n = MESSAGES + 1; n <= MESSAGES + DURING; n++) {
                    house.say(n);
                }
                talking.set(false);
                return n(house);
            });
            assertEquals(MESSAGES + DURING, speaker.get());
            for (int i = 0; i < CLIENTS; i++) {
                var ear = clients.get(i).get();
                assertEquals(MESSAGES + DURING, ear.last());
                assertEquals(MESSAGES + DURING - i % MESSAGES, ear.numbers().size());
                assertTrue(ear.gaps().isEmpty());
            }
            assertTrue(house.diary.reads.get() - reads <= 3, "the log is read for all at once");
        }
    }

    private static int n(SocketHouse house) {
        return (int) house.diary.head(ROOM).rev();
    }

    private static Callable<Ear> client(SocketHouse house, int seen, CountDownLatch complete) {
        return () -> {
            try (var wire = Wire.open(house.port())) {
                assertTrue(wire.subscribe(ROOM, "e1:" + seen).contains("\"mode\":\"replay\""));
                var ear = new Ear(ROOM).after(seen);
                while (ear.last() < MESSAGES + DURING) {
                    ear.hear(wire.next());
                }
                complete.countDown();
                assertTrue(complete.await(1, TimeUnit.MINUTES), "somebody misses something");
                return ear;
            }
        };
    }
}
