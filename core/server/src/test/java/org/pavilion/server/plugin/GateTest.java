package org.pavilion.server.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;

final class GateTest {
    @Test
    void refusesTheCallAfterTheLastPermit() {
        var gate = new Gate(2);
        gate.enter();
        var second = gate.enter();
        assertEquals("plugin.busy", assertThrows(Problem.class, gate::enter).code());
        second.close();
        gate.enter();
    }

    @Test
    void interruptsWhoStaysLongerThanThePatience() throws Exception {
        var gate = new Gate(8);
        var interrupted = new CountDownLatch(1);
        var inside = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            var pass = gate.enter();
            try {
                inside.countDown();
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            } finally {
                pass.close();
            }
        });
        inside.await();
        gate.close();
        assertEquals(1, gate.drain(Duration.ofMillis(1)));
        interrupted.await();
    }

    /** The invariant: once drained, nobody is inside, however the threads interleave. */
    @RepeatedTest(20)
    void nobodyIsInsideAfterTheDrain() throws Exception {
        var gate = new Gate(1000);
        var inside = new AtomicInteger();
        var drained = new AtomicBoolean();
        var late = new AtomicBoolean();
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> {
                    try {
                        for (int n = 0; n < 100_000; n++) {
                            var pass = gate.enter();
                            inside.incrementAndGet();
                            if (drained.get()) {
                                late.set(true);
                            }
                            inside.decrementAndGet();
                            pass.close();
                        }
                    } catch (Problem stopped) {
                        assertEquals("plugin.stopped", stopped.code());
                    }
                }));
            }
            gate.close();
            assertEquals(0, gate.drain(Duration.ofSeconds(10)));
            drained.set(true);
            for (var each : running) {
                each.get();
            }
            assertEquals(0, inside.get());
        }
        assertTrue(!late.get());
    }
}
