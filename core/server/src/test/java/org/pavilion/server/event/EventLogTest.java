package org.pavilion.server.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.storage.Actors;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Hammer;
import org.pavilion.server.storage.Script;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

@BothStores
final class EventLogTest {
    private static final String STEPPED = "walk.stepped.v1";

    private final Store store;
    private StorageMount mount;

    record Stepped(Ref subject, long version, String word) implements DomainEvent {}

    record Step(long version) {}

    EventLogTest(Store store) {
        this.store = store;
        this.mount = open();
    }

    private StorageMount open() {
        var opened = store.mount("walk");
        store.events("walk", opened).publishes(STEPPED, Stepped.class);
        return opened;
    }

    @Test
    void keepsEveryEventInTheOrderOfItsAggregateWithoutGaps() throws Exception {
        store.database().migrate("walk", "walk_", List.of(new Script("V1__init.sql", """
                create table walk_aggregate(id bigint not null primary key, version bigint not null)""")));
        mount.write((handle, journal) -> {
            for (long i = 0; i < 8; i++) {
                handle.execute("insert into walk_aggregate values (?, 0)", i);
            }
            return true;
        });
        var seen = new CopyOnWriteArrayList<Event>();
        try (var follower = store.log().follow("test", 0, seen::addAll)) {
            int done = Hammer.count(800, 16, n -> step(n % 8, n % 13 == 0));
            await(() -> seen.size() >= done);
            assertEquals(done, seen.size());
            assertEquals(
                    LongStream.rangeClosed(1, done).boxed().toList(),
                    seen.stream().map(Event::seq).toList());
            assertInOrder(seen);
            assertEquals(done, store.log().head());
            await(() -> follower.position() == done);
        }
    }

    /** Steps one aggregate; some steps are undone after their event was appended. */
    private boolean step(long aggregate, boolean undo) {
        try {
            mount.write((handle, journal) -> {
                long version = handle.createQuery(
                                "update walk_aggregate set version = version + 1 where id = ? returning version")
                        .bind(0, aggregate)
                        .mapTo(Long.class)
                        .one();
                journal.append(new Stepped(new Ref("walk", "w" + aggregate), version, "x"));
                if (undo) {
                    throw new Problem("walk.undone", 409, "undone");
                }
                return true;
            });
            return true;
        } catch (Problem e) {
            assertEquals("walk.undone", e.code());
            return false;
        }
    }

    private void assertInOrder(List<Event> events) {
        var versions = new HashMap<Ref, Long>();
        for (var event : events) {
            var step = store.json().view(event.body(), Step.class);
            assertEquals(versions.getOrDefault(event.subject(), 0L) + 1, step.version());
            versions.put(event.subject(), step.version());
        }
    }

    @Test
    void tellsAListenerWhoDidWhatToWhom() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        listen(heard);
        var id = Actors.as(new Ref("person", "ada"), () -> append("a", 1));
        await(() -> heard.size() == 1);
        var seq = store.log().awaitSeqOf(id, Duration.ofSeconds(10)).orElseThrow();
        assertEquals(List.of("person:ada walk:a 1"), heard);
        assertEquals(id, store.log().read(seq - 1, 1).getFirst().id());
    }

    @Test
    void deliversWhatHappenedWhileAListenerWasAway() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        listen(heard);
        append("a", 1);
        await(() -> heard.size() == 1);
        store.log().withdraw("reader");
        append("a", 2);
        store.restart();
        mount = open();
        append("a", 3);
        listen(heard);
        // At least once: the first may come again when the cursor was not yet stored.
        await(() -> heard.contains("system:core walk:a 3"));
        assertEquals(
                List.of("system:core walk:a 1", "system:core walk:a 2", "system:core walk:a 3"),
                heard.stream().distinct().toList());
    }

    @Test
    void deliversAgainAfterAFailure() throws Exception {
        var calls = new AtomicInteger();
        var heard = new CopyOnWriteArrayList<Long>();
        store.events("reader", mount).on(STEPPED, Step.class, event -> {
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            heard.add(event.event().version());
        });
        append("a", 7);
        await(() -> !heard.isEmpty());
        assertEquals(List.of(7L), heard);
        assertEquals(3, calls.get());
    }

    @Test
    void parksAnEventThatFailsFiveTimesAndGoesOn() throws Exception {
        var calls = new AtomicInteger();
        var heard = new CopyOnWriteArrayList<Long>();
        store.events("reader", mount).on(STEPPED, Step.class, event -> {
            if (event.event().version() == 1) {
                calls.incrementAndGet();
                throw new IllegalStateException("poison");
            }
            heard.add(event.event().version());
        });
        append("a", 1);
        append("a", 2);
        await(() -> heard.contains(2L));
        assertEquals(5, calls.get());
        var parked = mount.read(handle -> handle.select("select consumer from event_parked")
                .mapTo(String.class)
                .list());
        assertEquals(List.of("reader/" + STEPPED), parked);
    }

    @Test
    void withdrawingInterruptsAListenerAndJoinsIt() throws Exception {
        var entered = new AtomicBoolean();
        var left = new AtomicBoolean();
        store.events("reader", mount).on(STEPPED, Step.class, event -> {
            entered.set(true);
            try {
                new java.util.concurrent.CountDownLatch(1).await();
            } finally {
                left.set(true);
            }
        });
        append("a", 1);
        await(entered::get);
        store.log().withdraw("reader");
        assertTrue(left.get());
    }

    @Test
    void givesAFollowerTheSameBatchAgainUntilItWorks() throws Exception {
        var batches = new ArrayList<List<Long>>();
        try (var follower = store.log().follow("test", 0, batch -> {
            batches.add(batch.stream().map(Event::seq).toList());
            if (batches.size() < 3) {
                throw new IllegalStateException("not yet");
            }
        })) {
            append("a", 1);
            await(() -> follower.position() == 1);
            assertEquals(List.of(List.of(1L), List.of(1L), List.of(1L)), batches);
        }
    }

    @Test
    void aFollowerThatClosesFinishesItsBatchWithoutAnInterrupt() throws Exception {
        var entered = new AtomicBoolean();
        var untouched = new AtomicBoolean();
        var follower = store.log().follow("test", 0, batch -> {
            entered.set(true);
            Thread.sleep(300);
            untouched.set(true);
        });
        append("a", 1);
        await(entered::get);
        follower.close();
        assertTrue(untouched.get());
        assertEquals(1, follower.position());
    }

    @Test
    void refusesAFollowerFromAnotherLife() {
        assertThrows(
                IllegalArgumentException.class,
                () -> store.log().follow("test", 12, batch -> {}).close());
    }

    private void listen(List<String> heard) {
        store.events("reader", mount)
                .on(
                        STEPPED,
                        Step.class,
                        event -> heard.add(event.actor() + " " + event.subject() + " "
                                + event.event().version()));
    }

    private String append(String walk, long version) {
        return mount.write((handle, journal) -> journal.append(new Stepped(new Ref("walk", walk), version, "x")));
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        Await.until(condition);
    }
}
