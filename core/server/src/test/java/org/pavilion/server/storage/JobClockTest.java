package org.pavilion.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Ref;
import org.pavilion.server.event.Await;

final class JobClockTest {
    private static final int MORE_THAN_COLD = 30;

    private final JobClock clock = new JobClock(Thread.currentThread(), () -> {});

    @Test
    void anIdleWriterHoldsNothingOfItsLastJob() throws InterruptedException {
        for (int i = 0; i < MORE_THAN_COLD; i++) {
            clock.start(job(new Object()));
            clock.stop();
        }
        var work = watched();
        Await.until(() -> {
            System.gc();
            return work.refersTo(null);
        });
    }

    @Test
    void aMachineThatStoodStillIsNotTheJobsFault() {
        var now = new AtomicLong();
        var interrupted = new AtomicInteger();
        var patient = new JobClock(Thread.currentThread(), interrupted::incrementAndGet, now::get);
        for (int i = 0; i < MORE_THAN_COLD; i++) {
            patient.start(job(new Object()));
            patient.stop();
        }
        patient.start(job(new Object()));
        for (int i = 0; i < 5; i++) {
            now.addAndGet(Duration.ofSeconds(3).toNanos());
            assertNull(patient.look());
        }
        assertEquals(0, interrupted.get(), "fifteen seconds went by, but the watch came five times only");
        for (int i = 0; i < 20; i++) {
            now.addAndGet(Duration.ofMillis(50).toNanos());
            assertNull(patient.look());
        }
        assertEquals(1, interrupted.get(), "a second of looks");
        @Nullable Job<?> lost = null;
        for (int i = 0; i < 30 && lost == null; i++) {
            now.addAndGet(Duration.ofMillis(50).toNanos());
            lost = patient.look();
        }
        assertNotNull(lost, "it heeds no interrupt");
    }

    /** A job that the watch looked at while it ran. */
    private WeakReference<Object> watched() {
        var work = new Object();
        clock.start(job(work));
        clock.look();
        clock.stop();
        return new WeakReference<>(work);
    }

    private static Job<Object> job(Object work) {
        return new Job<>("walk", new Ref("person", "ada"), false, transaction -> work);
    }
}
