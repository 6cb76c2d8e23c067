package org.pavilion.server.realtime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;

/**
 * A topic while somebody listens: its ring, its state and its audience on each fan-out thread.
 *
 * <p>{@code order} guards the sequence and the writing side of the ring; {@code log} makes whoever
 * reads the log do it for all who wait for the same events.
 */
final class Channel {
    private static final int PAGE = 500;
    private static final int REGION = 256;
    private static final int BATCHES = 8;
    private static final int PRESENCE_TICKS = 4;

    private final String topic;
    private final TopicSource source;
    private final Meters meters;
    private final ReentrantLock order = new ReentrantLock();
    private final ReentrantLock log = new ReentrantLock();
    private final Sequence sequence = new Sequence();
    private final AtomicReferenceArray<@Nullable Audience> audiences;
    private final AtomicReferenceArray<@Nullable Batch> batches = new AtomicReferenceArray<>(BATCHES);
    private final AtomicInteger listeners = new AtomicInteger();
    private final Map<Caller.Kind, Integer> kinds = new ConcurrentHashMap<>(2);
    private final AtomicBoolean ticking = new AtomicBoolean();
    private final AtomicBoolean mending = new AtomicBoolean();
    private final Latest state;
    private final Latest ticks;
    private final LongAdder delivered = new LongAdder();
    private volatile Ring ring = new Ring(0);
    private volatile @Nullable String epoch;
    private volatile byte @Nullable [] lastWords;
    private int tickCount;

    Channel(String topic, TopicSource source, int shards, Meters meters) {
        this.topic = topic;
        this.source = source;
        this.meters = meters;
        this.audiences = new AtomicReferenceArray<>(shards);
        this.state = new Latest(topic, Latest.Shape.STATE, () -> ring.head());
        this.ticks = new Latest(topic, Latest.Shape.TICK, () -> ring.head());
    }

    String topic() {
        return topic;
    }

    TopicSource source() {
        return source;
    }

    Ring ring() {
        return ring;
    }

    Latest state() {
        return state;
    }

    Latest ticks() {
        return ticks;
    }

    AtomicInteger listeners() {
        return listeners;
    }

    /** How many of the listeners are of one kind. */
    int listeners(Caller.Kind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    void count(Caller.Kind kind, int more) {
        kinds.merge(kind, more, Integer::sum);
    }

    /** Events that its listeners were sent, each counted for each of them. */
    LongAdder delivered() {
        return delivered;
    }

    /** Reads head and state when the first listener comes; what is told meanwhile waits in order. */
    private String opened() {
        log.lock();
        try {
            var known = epoch;
            if (known != null) {
                return known;
            }
            var head = source.head(topic);
            order.lock();
            try {
                ring = new Ring(head.rev());
                append(sequence.start(head.rev()));
            } finally {
                order.unlock();
            }
            state.putMissing(source.state(topic));
            epoch = head.epoch();
            return head.epoch();
        } finally {
            log.unlock();
        }
    }

    /** Where somebody who saw everything up to {@code since} goes on. */
    Start start(Optional<Position> since) {
        var mine = opened();
        long head = ring.head();
        var seen = since.filter(position -> position.epoch().equals(mine))
                .map(Position::rev)
                .filter(rev -> head - rev <= Ring.REPLAY && rev - head <= Ring.REPLAY);
        if (seen.isPresent() && reach(seen.get())) {
            return new Start(new Position(mine, head), seen.get(), true);
        }
        return new Start(new Position(mine, head), head, false);
    }

    /**
     * @param head the newest event right now
     * @param cursor the last event the listener has or will not get
     * @param replay whether everything after its own position follows
     */
    record Start(Position head, long cursor, boolean replay) {}

    /** Has the ring hold everything after {@code rev}, from the log if need be; whether it does. */
    private boolean reach(long rev) {
        if (rev + 1 >= ring.tail()) {
            return true;
        }
        log.lock();
        try {
            long tail = ring.tail();
            if (rev + 1 < tail) {
                prepend(read(Math.max(0, rev - Math.floorMod(rev, REGION)), tail - 1));
            }
            return rev + 1 >= ring.tail();
        } finally {
            log.unlock();
        }
    }

    private List<TopicEvent> read(long after, long upTo) {
        var events = new ArrayList<TopicEvent>();
        long at = after;
        while (at < upTo) {
            var page = source.read(topic, at, (int) Math.min(PAGE, upTo - at));
            if (page.isEmpty()) {
                break;
            }
            meters.logReads.increment();
            events.addAll(page);
            at = page.getLast().rev();
        }
        return events;
    }

    private void prepend(List<TopicEvent> older) {
        var entries = older.stream().map(Channel::encode).toList();
        order.lock();
        try {
            ring.prepend(entries);
        } finally {
            order.unlock();
        }
    }

    /** Takes an event; whether one before it is missing. */
    boolean publish(TopicEvent event) {
        boolean hole;
        order.lock();
        try {
            append(sequence.offer(event));
            hole = sequence.hole();
        } finally {
            order.unlock();
        }
        wake();
        return hole;
    }

    private void append(List<TopicEvent> next) {
        for (var event : next) {
            ring.append(encode(event));
        }
    }

    private static Ring.Entry encode(TopicEvent event) {
        return new Ring.Entry(
                event.rev(), ("[\"" + event.name() + "\"," + event.payload() + "]").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads from the log what nobody told, when an event is missing still; whether one is then. */
    boolean fill() {
        long after;
        order.lock();
        try {
            if (!sequence.hole()) {
                return false;
            }
            after = sequence.last();
        } finally {
            order.unlock();
        }
        meters.logReads.increment();
        boolean hole = true;
        for (var event : source.read(topic, after, PAGE)) {
            hole = publish(event);
        }
        return hole;
    }

    /** One at a time mends a hole; false when somebody does already. */
    boolean claimMending() {
        return mending.compareAndSet(false, true);
    }

    void mended() {
        mending.set(false);
    }

    /** Says to everybody that nothing more comes here. */
    void end(String code) {
        var frame = Frames.closed(topic, code);
        lastWords = frame;
        for (int i = 0; i < audiences.length(); i++) {
            var audience = audiences.get(i);
            if (audience != null) {
                audience.end(frame);
            }
        }
    }

    void put(String key, String json) {
        if (state.put(key, json)) {
            wake();
        }
    }

    /** Asks the source for its counters and tells what changed. One tick at a time. */
    void tick() {
        if (epoch == null || !ticking.compareAndSet(false, true)) {
            return;
        }
        try {
            var tick = source.tick(topic);
            if (source.presence() && tickCount++ % PRESENCE_TICKS == 0) {
                tick = tick.withMissing("viewers", "{\"online\":" + listeners.get() + "}");
            }
            if (ticks.take(tick)) {
                wake();
            }
        } finally {
            ticking.set(false);
        }
    }

    /** What to say to those who come when it has ended. */
    Optional<byte[]> lastWords() {
        return Optional.ofNullable(lastWords);
    }

    /** The frame for somebody who has everything before {@code from}; null when that left the ring. */
    @Nullable
    Batch batch(long from) {
        int slot = (int) from & (BATCHES - 1);
        var kept = batches.get(slot);
        if (kept != null && kept.serves(from, ring.head())) {
            return kept;
        }
        var made = Batch.of(topic, ring, from);
        if (made != null) {
            batches.set(slot, made);
            meters.batch(made.events());
        }
        return made;
    }

    /** The listeners on one fan-out thread. */
    Audience audience(Shard shard) {
        var there = audiences.get(shard.index());
        if (there != null) {
            return there;
        }
        audiences.compareAndSet(shard.index(), null, new Audience(shard));
        var made = audiences.get(shard.index());
        if (made == null) {
            throw new IllegalStateException("an audience never goes away");
        }
        return made;
    }

    private void wake() {
        for (int i = 0; i < audiences.length(); i++) {
            var audience = audiences.get(i);
            if (audience != null) {
                audience.news();
            }
        }
    }
}
