package org.pavilion.server.event;

import java.time.Duration;
import org.pavilion.api.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A projection's place in the log; closing it ends the deliveries and joins their thread. */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String name;
    private final Head head;
    private final LogRows rows;
    private final BatchListener listener;
    private final Worker worker;
    private final Pause pause = new Pause();
    private volatile long position;
    private Duration wait = FIRST_PAUSE;

    Follower(String name, long afterSeq, Head head, LogRows rows, BatchListener listener) {
        this.name = name;
        this.position = afterSeq;
        this.head = head;
        this.rows = rows;
        this.listener = listener;
        this.worker = new Worker("event-" + name, this::round);
    }

    void start() {
        worker.start();
    }

    /** The last position that was handled. */
    public long position() {
        return position;
    }

    @Override
    public void close() {
        worker.end();
    }

    private void round() throws InterruptedException {
        if (!head.awaitBeyond(position, PATIENCE)) {
            return;
        }
        try {
            var batch = rows.after(position, BATCH);
            if (!batch.isEmpty()) {
                worker.shielded(() -> {
                    listener.on(batch);
                    position = batch.getLast().seq();
                });
            }
            wait = FIRST_PAUSE;
        } catch (Exception e) {
            if (worker.ending()) {
                return;
            }
            LOG.warn("{} failed after position {} and gets the same events again", name, position, e);
            pause.atMost(wait);
            wait = wait.compareTo(LONGEST_PAUSE) < 0 ? wait.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Whether a failure says that the store cannot serve now, which is nobody's fault. */
    static boolean storeIsAway(Throwable failure) {
        return failure instanceof Problem problem && problem.code().startsWith("storage.") && problem.status() != 500;
    }
}
