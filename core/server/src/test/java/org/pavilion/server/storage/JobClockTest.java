package org.pavilion.server.storage;

import java.lang.ref.WeakReference;
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
