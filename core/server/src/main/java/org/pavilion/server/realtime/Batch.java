package org.pavilion.server.realtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Consecutive events as one frame, encoded once and shared by everybody who waits at the same place. */
final class Batch {
    static final int BYTES = 16 * 1024;

    final long from;
    final long to;
    final byte[] frame;
    private final boolean full;

    private Batch(long from, long to, byte[] frame, boolean full) {
        this.from = from;
        this.to = to;
        this.frame = frame;
        this.full = full;
    }

    /** The events from there on, at most {@link #BYTES} of them but at least one; null when they left the ring. */
    static @Nullable Batch of(String topic, Ring ring, long from) {
        long head = ring.head();
        var events = new ArrayList<byte[]>();
        int size = 0;
        boolean full = false;
        for (long rev = from; rev <= head && !full; rev++) {
            var entry = ring.get(rev);
            if (entry == null) {
                return null;
            }
            full = size > 0 && size + entry.json.length > BYTES;
            if (!full) {
                events.add(entry.json);
                size += entry.json.length + 1;
            }
        }
        return events.isEmpty()
                ? null
                : new Batch(from, from + events.size() - 1, frame(topic, from, events, size), full);
    }

    private static byte[] frame(String topic, long from, Iterable<byte[]> events, int size) {
        var start = ("[\"batch\",{\"topic\":\"" + topic + "\",\"rev\":" + from + ",\"events\":[")
                .getBytes(StandardCharsets.UTF_8);
        var frame = new byte[start.length + size + 2];
        System.arraycopy(start, 0, frame, 0, start.length);
        int at = start.length;
        for (var event : events) {
            System.arraycopy(event, 0, frame, at, event.length);
            at += event.length;
            frame[at++] = ',';
        }
        frame[at - 1] = ']';
        frame[at++] = '}';
        frame[at] = ']';
        return frame;
    }

    int events() {
        return (int) (to - from + 1);
    }

    /** Whether somebody who waits at {@code from} can do no better than this while the head is there. */
    boolean serves(long waiting, long head) {
        return from == waiting && (full || to == head);
    }
}
