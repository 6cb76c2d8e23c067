package org.pavilion.server.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The listeners of one channel on one fan-out thread, which alone touches the list. */
final class Audience {
    private final Shard shard;
    private final List<Listening> members = new ArrayList<>();
    private final AtomicBoolean waiting = new AtomicBoolean();

    Audience(Shard shard) {
        this.shard = shard;
    }

    /** There is something to tell. Any thread. */
    void news() {
        if (waiting.compareAndSet(false, true)) {
            shard.flush(this);
        }
    }

    void add(Listening listening) {
        listening.seat(members.size());
        members.add(listening);
    }

    /** The last member takes the seat, so that a crowd that leaves costs no more than one that comes. */
    void remove(Listening listening) {
        int seat = listening.seat();
        if (seat < members.size() && members.get(seat) == listening) {
            var last = members.removeLast();
            if (last != listening) {
                members.set(seat, last);
                last.seat(seat);
            }
        }
    }

    /** Tells everybody what they lack; the number of events delivered. */
    int advance() {
        waiting.set(false); // first, so that what is published from here on asks for the next flush
        int deliveries = 0;
        for (var listening : members) {
            deliveries += listening.advance();
        }
        return deliveries;
    }

    /** Says goodbye to everybody. Any thread. */
    void end(byte[] frame) {
        shard.task(() -> {
            for (var listening : members) {
                listening.connection().ended(listening, frame);
            }
            members.clear();
        });
    }
}
