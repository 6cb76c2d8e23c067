package org.pavilion.server.realtime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The last value of each key of one topic. A listener holds the version it saw and is told what
 * changed since, in one frame, so a slow one skips values but never the last.
 *
 * <p>All newcomers of 100 ms share one encoded snapshot; what changed meanwhile follows as a change.
 */
final class Latest {
    private static final long SHARED_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    /** How the frame is written around the values. */
    enum Shape {
        STATE("state", ",\"state\":{", "}}]"),
        TICK("live.tick", ",", "}]");

        private final String name;
        private final String open;
        private final String close;

        Shape(String name, String open, String close) {
            this.name = name;
            this.open = open;
            this.close = close;
        }
    }

    /** What changed after {@code since}, up to {@code version}. */
    static final class Change {
        final long since;
        final long version;
        final byte[] frame;
        private final long at = System.nanoTime();

        Change(long since, long version, byte[] frame) {
            this.since = since;
            this.version = version;
            this.frame = frame;
        }
    }

    private record Value(String json, long version) {}

    private final String topic;
    private final Shape shape;
    private final LongSupplier seenRev;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private Map<String, String> passing = Map.of();
    private volatile long version;
    private volatile @Nullable Change snapshot;
    private volatile @Nullable Change change;

    /** @param seenRev the last event that the values may include */
    Latest(String topic, Shape shape, LongSupplier seenRev) {
        this.topic = topic;
        this.shape = shape;
        this.seenRev = seenRev;
    }

    /** Grows with every change; 0 while there is nothing. */
    long version() {
        return version;
    }

    /** Sets a key; whether that changed anything. */
    synchronized boolean put(String key, String json) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a state key: " + key);
        }
        var before = values.get(key);
        if (before != null && before.json().equals(json)) {
            return false;
        }
        values.put(key, new Value(json, version + 1));
        version = version + 1;
        return true;
    }

    /** Sets the keys that nobody set yet. */
    synchronized void putMissing(Map<String, String> initial) {
        initial.forEach((key, json) -> {
            if (!values.containsKey(key)) {
                put(key, json);
            }
        });
    }

    /** Takes a tick as one change; whether there is anything to tell. */
    synchronized boolean take(Tick tick) {
        long next = version + 1;
        boolean changed = false;
        for (var each : tick.counters().entrySet()) {
            var before = values.get(each.getKey());
            if (before == null || !before.json().equals(each.getValue())) {
                values.put(each.getKey(), new Value(each.getValue(), next));
                changed = true;
            }
        }
        if (!changed && tick.passing().isEmpty()) {
            return false;
        }
        passing = tick.passing();
        version = next;
        return true;
    }

    /** What a listener who saw {@code since} has to be told; only when {@link #version} is higher. */
    Change since(long since) {
        long now = version;
        var ready = since == 0 ? snapshot : change;
        if (ready != null
                && ready.since == since
                && (ready.version == now || (since == 0 && System.nanoTime() - ready.at < SHARED_NS))) {
            return ready;
        }
        var made = encode(since);
        if (since == 0) {
            snapshot = made;
        } else {
            change = made;
        }
        return made;
    }

    private synchronized Change encode(long since) {
        var text = new StringBuilder(256)
                .append("[\"")
                .append(shape.name)
                .append("\",{\"topic\":\"")
                .append(topic)
                .append("\",\"seenRev\":")
                .append(seenRev.getAsLong())
                .append(shape.open);
        values.forEach((key, value) -> {
            if (value.version() > since) {
                member(text, key, value.json());
            }
        });
        if (since == version - 1 && since > 0) {
            passing.forEach((key, json) -> member(text, key, json));
        }
        if (text.charAt(text.length() - 1) == ',') {
            text.setLength(text.length() - 1);
        }
        return new Change(since, version, text.append(shape.close).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void member(StringBuilder text, String key, String json) {
        text.append('"').append(key).append("\":").append(json).append(',');
    }
}
