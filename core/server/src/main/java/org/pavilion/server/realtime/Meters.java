package org.pavilion.server.realtime;

import java.util.concurrent.atomic.LongAdder;
import org.pavilion.server.telemetry.Telemetry;

/** What the engine counts on its way. */
final class Meters {
    final LongAdder deliveries = new LongAdder();
    final LongAdder frames = new LongAdder();
    final LongAdder gaps = new LongAdder();
    final LongAdder aborts = new LongAdder();
    final LongAdder logReads = new LongAdder();
    private final Telemetry telemetry;

    Meters(Telemetry telemetry) {
        this.telemetry = telemetry;
        telemetry.counter("realtime_deliveries", deliveries::sum);
        telemetry.counter("realtime_frames", frames::sum);
        telemetry.counter("realtime_gaps", gaps::sum);
        telemetry.counter("realtime_aborts", aborts::sum);
        telemetry.counter("realtime_log_reads", logReads::sum);
    }

    /** A batch was encoded; it goes to everybody who waits at its place. */
    void batch(int events) {
        telemetry.size("realtime_batch_events", events);
    }

    void refused(String why) {
        telemetry.count("realtime_refused", "why", why);
    }
}
