package org.pavilion.server.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

@BothStores
final class TaskQueueTest {
    private final Store store;
    private StorageMount mount;

    TaskQueueTest(Store store) {
        this.store = store;
        this.mount = store.mount("clock");
    }

    @Test
    void runsAScheduledTaskOnceAndOnlyWhenItsWriteCommitted() throws Exception {
        var rang = new CopyOnWriteArrayList<String>();
        try (var queue = new TaskQueue(store.database())) {
            var tasks = queue.tasks("clock", mount).on("ring", rang::add);
            assertThrows(
                    IllegalStateException.class,
                    () -> mount.write((handle, journal) -> {
                        tasks.at(handle, "ring", Instant.now(), "undone");
                        throw new IllegalStateException("undo");
                    }));
            mount.write((handle, journal) -> {
                tasks.at(handle, "ring", Instant.now(), "now");
                return true;
            });
            Await.until(() -> waiting() == 0 && !rang.isEmpty());
            assertEquals(List.of("now"), rang);
        }
    }

    @Test
    void aTaskSurvivesARestart() throws Exception {
        var rang = new CopyOnWriteArrayList<String>();
        try (var queue = new TaskQueue(store.database())) {
            var tasks = queue.tasks("clock", mount).on("ring", rang::add);
            queue.withdraw("clock");
            assertThrows(Problem.class, () -> tasks.submit(nothing -> {}));
            var again = queue.tasks("clock", mount).on("later", rang::add);
            mount.write((handle, journal) -> {
                again.at(handle, "later", Instant.now().plus(Duration.ofMillis(200)), "after");
                return true;
            });
        }
        store.restart();
        mount = store.mount("clock");
        try (var queue = new TaskQueue(store.database())) {
            queue.tasks("clock", mount).on("later", rang::add);
            Await.until(() -> rang.contains("after"));
        }
    }

    @Test
    void runsAFailedTaskAgain() throws Exception {
        var calls = new AtomicInteger();
        try (var queue = new TaskQueue(store.database())) {
            var tasks = queue.tasks("clock", mount).on("ring", argument -> {
                if (calls.incrementAndGet() == 1) {
                    throw new IllegalStateException("not yet");
                }
            });
            mount.write((handle, journal) -> {
                tasks.at(handle, "ring", Instant.now(), "");
                return true;
            });
            Await.until(() -> calls.get() == 2 && waiting() == 0);
        }
    }

    @Test
    void repeatsATaskOnOneOfTwoNodes() throws Exception {
        var calls = new AtomicInteger();
        try (var one = new TaskQueue(store.database());
                var two = new TaskQueue(store.database())) {
            one.tasks("clock", mount)
                    .on("tick", nothing -> calls.incrementAndGet())
                    .every("tick", Duration.ofMillis(300));
            two.tasks("clock", mount)
                    .on("tick", nothing -> calls.incrementAndGet())
                    .every("tick", Duration.ofMillis(300));
            var start = System.nanoTime();
            Await.until(() -> calls.get() >= 3);
            var passed = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(calls.get() <= passed.toMillis() / 300 + 1, calls + " in " + passed);
        }
    }

    @Test
    void withdrawingInterruptsWorkAndJoinsIt() throws Exception {
        var entered = new AtomicBoolean();
        var left = new AtomicBoolean();
        try (var queue = new TaskQueue(store.database())) {
            var result = queue.tasks("clock", mount).submit(nothing -> {
                entered.set(true);
                try {
                    new CountDownLatch(1).await();
                } finally {
                    left.set(true);
                }
            });
            Await.until(entered::get);
            queue.withdraw("clock");
            assertTrue(left.get());
            assertTrue(result.isDone());
        }
    }

    private long waiting() {
        return mount.read(handle -> handle.createQuery("select count(*) from event_task")
                .mapTo(Long.class)
                .one());
    }
}
