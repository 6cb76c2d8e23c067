package org.pavilion.server.realtime;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The last events of one topic, and thereby the queue of every listener: each holds a place in here
 * instead of copies.
 *
 * <p>Written under the channel's lock, read by fan-out threads without one. An entry knows its rev, so
 * a reader who was overtaken sees another entry or none, never a torn one.
 */
final class Ring {
    static final int ENTRIES = 4_096;
    static final int BYTES = 4 << 20;

    /** Older events are put back only this far, so that those who resume have time to read them. */
    static final int REPLAY = ENTRIES * 3 / 4;

    /** One event as {@code ["name",payload]} in UTF-8. */
    static final class Entry {
        final long rev;
        final byte[] json;

        Entry(long rev, byte[] json) {
            this.rev = rev;
            this.json = json;
        }
    }

    private final AtomicReferenceArray<@Nullable Entry> slots = new AtomicReferenceArray<>(ENTRIES);
    private volatile long head;
    private volatile long tail;
    private long bytes;

    /** An empty ring whose next event is the one after {@code head}. */
    Ring(long head) {
        this.head = head;
        this.tail = head + 1;
    }

    /** Rev of the newest event told so far. */
    long head() {
        return head;
    }

    /** Rev of the oldest event kept; one more than {@link #head} when there is none. */
    long tail() {
        return tail;
    }

    /** Adds the event after {@link #head}, in the place of the oldest ones when it is full. */
    void append(Entry entry) {
        bytes += entry.json.length;
        while (tail <= head && (bytes > BYTES || entry.rev - tail >= ENTRIES)) {
            drop();
        }
        slots.set(slot(entry.rev), entry);
        head = entry.rev;
    }

    private void drop() {
        long rev = tail;
        var oldest = slots.getAndSet(slot(rev), null);
        if (oldest != null) {
            bytes -= oldest.json.length;
        }
        tail = rev + 1;
    }

    /** Puts older events, in order, back in front as far as there is room. */
    void prepend(List<Entry> older) {
        for (var entry : older.reversed()) {
            if (entry.rev != tail - 1 || head - tail + 1 >= REPLAY || bytes + entry.json.length > BYTES) {
                return;
            }
            bytes += entry.json.length;
            slots.set(slot(entry.rev), entry);
            tail = entry.rev;
        }
    }

    /** The event, or null when it left the ring or has not come. */
    @Nullable
    Entry get(long rev) {
        var entry = slots.get(slot(rev));
        return entry != null && entry.rev == rev ? entry : null;
    }

    private static int slot(long rev) {
        return (int) rev & (ENTRIES - 1);
    }
}
