package org.pavilion.server.event;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;
import org.pavilion.server.storage.Database;
import org.pavilion.server.storage.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives committed events their place in the log on PostgreSQL. Every node runs one; the elected one
 * moves, the others watch the head and stand by.
 *
 * <p>Sequence values are not commit order: a reader of {@code id > last} misses what commits late.
 */
final class Sequencer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration BUSY = Duration.ofMillis(2);
    private static final Duration IDLE = Duration.ofMillis(50);
    private static final Duration TROUBLE = Duration.ofSeconds(1);
    private static final int ROUNDS_TO_ELECTION = 10;

    private final Database database;
    private final Head head;
    private final Pause pause = new Pause();
    private final Worker worker = new Worker("event-sequencer", this::round);
    private @Nullable Outbox outbox;
    private boolean elected;
    private int rounds;
    private Duration wait = BUSY;

    Sequencer(Database database, Head head) {
        this.database = database;
        this.head = head;
    }

    void start() {
        worker.start();
    }

    /** An event was committed on this node. */
    void wake() {
        pause.wake();
    }

    @Override
    public void close() {
        worker.end();
        drop();
    }

    private void round() throws InterruptedException {
        try {
            var open = open();
            if (!elected && rounds++ % ROUNDS_TO_ELECTION == 0) {
                elected = open.elect();
            }
            var moved = elected ? open.move() : OptionalLong.empty();
            head.raise(moved.orElseGet(() -> elected ? 0 : open.head()));
            wait = moved.isPresent() ? BUSY : longer(wait);
        } catch (Problem e) {
            if (!worker.ending()) {
                LOG.warn("the sequencer lost the database and tries again: {}", e.detail());
            }
            drop();
            wait = TROUBLE;
        }
        pause.atMost(wait);
    }

    private static Duration longer(Duration wait) {
        var twice = wait.multipliedBy(2);
        return twice.compareTo(IDLE) < 0 ? twice : IDLE;
    }

    private Outbox open() {
        var open = outbox;
        if (open == null) {
            open = database.outbox();
            outbox = open;
            elected = false;
            rounds = 0;
        }
        return open;
    }

    private void drop() {
        var open = outbox;
        outbox = null;
        if (open != null) {
            try {
                open.close();
            } catch (Problem e) {
                LOG.warn("the sequencer's connection did not close: {}", e.detail());
            }
        }
    }
}
