package org.pavilion.server.realtime;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.pavilion.api.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The channels that exist because somebody listens, and the clock that drives their counters. */
final class Channels implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
    private static final long TICK_MS = 250;
    private static final long MEND_MS = 50;
    private static final long LONGEST_MEND_MS = 1_000;

    /** Topics that metrics name; a house may have one for each of thousands of booths. */
    private static final int NAMED = 20;

    private final Map<String, Channel> open = new ConcurrentHashMap<>();
    private final Sources sources;
    private final Meters meters;
    private final int shards;
    private final Future<?> ticks;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("realtime-clock").daemon().factory());

    Channels(Sources sources, int shards, Meters meters) {
        this.sources = sources;
        this.shards = shards;
        this.meters = meters;
        this.ticks = clock.scheduleAtFixedRate(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    }

    Sources sources() {
        return sources;
    }

    int size() {
        return open.size();
    }

    /** One more listens: the channel exists at least until they {@link #leave}. */
    Channel enter(String topic, TopicSource source, Caller.Kind kind) {
        return open.compute(topic, (name, there) -> {
            var channel = there == null || there.source() != source ? new Channel(name, source, shards, meters) : there;
            channel.listeners().incrementAndGet();
            channel.count(kind, 1);
            return channel;
        });
    }

    void leave(Channel channel, Caller.Kind kind) {
        channel.count(kind, -1);
        open.computeIfPresent(
                channel.topic(),
                (topic, there) -> there == channel && channel.listeners().decrementAndGet() == 0 ? null : there);
    }

    int listeners(String topic) {
        var channel = open.get(topic);
        return channel == null ? 0 : channel.listeners().get();
    }

    int listeners(String topic, Caller.Kind kind) {
        var channel = open.get(topic);
        return channel == null ? 0 : channel.listeners(kind);
    }

    void publish(String topic, TopicEvent event) {
        var channel = open.get(topic);
        if (channel != null && channel.publish(event) && channel.claimMending()) {
            mend(channel, MEND_MS);
        }
    }

    void state(String topic, String key, String json) {
        var channel = open.get(topic);
        if (channel != null) {
            channel.put(key, json);
        }
    }

    /** Ends the channels of a source that is no more. */
    void end(TopicSource source, String code) {
        open.values().removeIf(channel -> {
            boolean ends = channel.source() == source;
            if (ends) {
                channel.end(code);
            }
            return ends;
        });
    }

    /** A missing event mostly comes within a millisecond, from the thread that committed it; else it is read. */
    private void mend(Channel channel, long afterMs) {
        later(afterMs, () -> {
            boolean hole = true;
            try {
                hole = channel.fill();
            } catch (RuntimeException e) {
                LOG.warn("events of {} cannot be read", channel.topic(), e);
            }
            if (hole && open.get(channel.topic()) == channel) {
                mend(channel, Math.min(LONGEST_MEND_MS, afterMs * 2));
            } else {
                channel.mended();
            }
        });
    }

    private static void later(long ms, Runnable work) {
        CompletableFuture.delayedExecutor(ms, TimeUnit.MILLISECONDS, Channels::start)
                .execute(work);
    }

    private static void start(Runnable work) {
        Thread.ofVirtual().name("realtime").start(work);
    }

    private void tick() {
        for (var channel : open.values()) {
            start(() -> {
                try {
                    channel.tick();
                } catch (RuntimeException e) {
                    LOG.warn("the counters of {} cannot be read", channel.topic(), e);
                }
            });
        }
    }

    /** A figure of the topics with the most listeners. */
    Map<String, Double> busiest(ToDoubleFunction<Channel> figure) {
        return open.values().stream()
                .sorted(Comparator.comparingInt(
                                (Channel channel) -> channel.listeners().get())
                        .reversed())
                .limit(NAMED)
                .collect(Collectors.toMap(Channel::topic, figure::applyAsDouble));
    }

    @Override
    public void close() {
        ticks.cancel(false);
        clock.shutdownNow();
    }
}
