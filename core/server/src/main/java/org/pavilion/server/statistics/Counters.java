package org.pavilion.server.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Statistics;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts visits: totals and distinct visitors a day, gathered in memory and stored every half second. */
public final class Counters implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Counters.class);
    private static final long FLUSH_MS = 500;

    private final CountStore store;
    private final Tallies tallies;
    private final Future<?> flushing;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("statistics").daemon().factory());

    public Counters(Storage storage) {
        this(storage, Clock.systemUTC());
    }

    Counters(Storage storage, Clock clock) {
        store = new CountStore(storage);
        tallies = new Tallies(clock);
        flushing = timer.scheduleWithFixedDelay(this::flushOrWarn, FLUSH_MS, FLUSH_MS, TimeUnit.MILLISECONDS);
    }

    /** The counters of one owner: its declared metrics by name, each with what it counts. */
    public Statistics statistics(String owner, Map<String, Text> metrics) {
        if (!metrics.isEmpty()) {
            store.define(owner, metrics);
        }
        var names = Set.copyOf(metrics.keySet());
        return new Statistics() {
            @Override
            public void visit(String metric, Ref ref, Caller visitor) {
                tallies.add(key(metric, ref), visitor.ref());
            }

            @Override
            public long total(String metric, Ref ref) {
                return store.count(key(metric, ref)).total();
            }

            @Override
            public long unique(String metric, Ref ref) {
                return store.count(key(metric, ref)).unique();
            }

            private CountKey key(String metric, Ref ref) {
                if (!names.contains(metric)) {
                    throw new Problem("plugin.undeclared", 500, "the metric " + metric + " is not in the manifest");
                }
                return new CountKey(owner, metric, ref.toString());
            }
        };
    }

    /** What every declared metric counted by the hour, from an instant on for 24 hours. */
    public List<Day> day(Instant begin) {
        return store.day(begin);
    }

    /** Stores what was gathered so far; what cannot be stored now is kept for the next time. */
    public void flush() {
        tallies.drain(store::add);
    }

    private void flushOrWarn() {
        try {
            flush();
        } catch (RuntimeException e) {
            LOG.warn("visits could not be stored and are kept for the next attempt", e);
        }
    }

    @Override
    public void close() {
        flushing.cancel(false);
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        flush();
    }
}
