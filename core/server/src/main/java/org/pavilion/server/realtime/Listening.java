package org.pavilion.server.realtime;

/**
 * One connection's place in one channel: the last event it was sent and the versions of state it saw.
 * Moved on by its fan-out thread alone.
 */
final class Listening {
    /** After a gap these many of the newest events still come. */
    static final int KEPT = 64;

    private final Channel channel;
    private final Connection connection;
    private long cursor;
    private long seenState;
    private long seenTicks;
    private int seat;

    Listening(Channel channel, Connection connection, long cursor) {
        this.channel = channel;
        this.connection = connection;
        this.cursor = cursor;
    }

    Channel channel() {
        return channel;
    }

    Connection connection() {
        return connection;
    }

    /** Its index in the audience, kept by the audience. */
    int seat() {
        return seat;
    }

    void seat(int index) {
        seat = index;
    }

    /** Sends what the connection lacks, unless it is still busy with what it got before. */
    int advance() {
        if (!connection.idle()) {
            return 0;
        }
        int deliveries = events();
        state();
        return deliveries;
    }

    private int events() {
        var ring = channel.ring();
        if (cursor >= ring.head()) {
            return 0;
        }
        var batch = channel.batch(cursor + 1);
        if (batch == null) {
            gap(ring);
            connection.behind();
            return 0;
        }
        cursor = batch.to;
        connection.send(batch.frame);
        if (cursor < ring.head()) {
            connection.behind();
        }
        channel.delivered().add(batch.events());
        return batch.events();
    }

    /** What left the ring is skipped; state is told anew, so nothing that matters is lost with it. */
    private void gap(Ring ring) {
        long to = Math.max(ring.tail() - 1, ring.head() - KEPT);
        if (to <= cursor) {
            return; // it was overtaken while it looked
        }
        connection.send(Frames.gap(channel.topic(), cursor + 1, to));
        connection.meters().gaps.increment();
        cursor = to;
        seenState = 0;
        seenTicks = 0;
    }

    /** A newcomer's snapshot may be 100 ms old; what changed since follows at once. */
    private void state() {
        while (seenState < channel.state().version()) {
            var change = channel.state().since(seenState);
            seenState = change.version;
            connection.send(change.frame);
        }
        while (seenTicks < channel.ticks().version()) {
            var change = channel.ticks().since(seenTicks);
            seenTicks = change.version;
            connection.send(change.frame);
        }
    }
}
