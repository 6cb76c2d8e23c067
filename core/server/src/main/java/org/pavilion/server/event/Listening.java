package org.pavilion.server.event;

import java.time.Duration;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Envelope;
import org.pavilion.api.Ref;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One listener with its durable cursor. The cursor moves after the event was handled, so after a crash
 * events come again; one that fails five times is parked and the cursor moves on.
 */
final class Listening<E extends Record> {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    private static final int BATCH = 100;
    private static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration STORE_PAUSE = Duration.ofSeconds(1);

    private final String owner;
    private final String type;
    private final String consumer;
    private final Class<E> view;
    private final DomainEvents.Listener<E> listener;
    private final LogRows rows;
    private final Json json;
    private final Ref actor;
    private final Worker worker;

    /** Woken by the tail when the log has new events of this type. */
    private final Pause news = new Pause();

    /** Nobody wakes this one: a back-off is a back-off. */
    private final Pause backOff = new Pause();

    private long cursor;

    Listening(String owner, String type, Class<E> view, DomainEvents.Listener<E> listener, LogRows rows, Json json) {
        this.owner = owner;
        this.type = type;
        this.consumer = owner + "/" + type;
        this.view = view;
        this.listener = listener;
        this.rows = rows;
        this.json = json;
        this.actor = owner.equals("core") ? Actors.SYSTEM : new Ref("plugin", owner);
        this.worker = new Worker("event-" + consumer, this::round);
    }

    void start() {
        cursor = rows.cursor(consumer);
        worker.start();
    }

    void end() {
        worker.end();
    }

    String owner() {
        return owner;
    }

    String type() {
        return type;
    }

    void wake() {
        news.wake();
    }

    private void round() throws InterruptedException {
        try {
            var batch = rows.ofType(type, cursor, BATCH);
            if (batch.isEmpty()) {
                news.atMost(PATIENCE);
                return;
            }
            try {
                for (var event : batch) {
                    deliver(event);
                    cursor = event.seq();
                }
            } finally {
                save();
            }
        } catch (RuntimeException e) {
            if (!worker.ending()) {
                LOG.warn("{} waits for the store", consumer, e);
                backOff.atMost(STORE_PAUSE);
            }
        }
    }

    private void deliver(Event event) throws InterruptedException {
        var wait = FIRST_PAUSE;
        for (int attempt = 1; !worker.ending(); ) {
            try {
                hand(event);
                return;
            } catch (Exception e) {
                if (worker.ending()) {
                    throw new InterruptedException(consumer + " ends");
                }
                if (Follower.storeIsAway(e)) {
                    backOff.atMost(STORE_PAUSE);
                } else if (attempt++ == ATTEMPTS) {
                    park(event, e);
                    return;
                } else {
                    backOff.atMost(wait);
                    wait = wait.multipliedBy(4);
                }
            }
        }
        throw new InterruptedException(consumer + " ends");
    }

    private void hand(Event event) throws Exception {
        var body = json.view(event.body(), view);
        var envelope = new Envelope<>(event.seq(), event.id(), event.at(), event.actor(), event.subject(), body);
        Actors.as(actor, () -> {
            listener.on(envelope);
            return true;
        });
    }

    private void park(Event event, Exception cause) {
        LOG.warn(
                "{} failed {} times on event {}; it is parked and the next ones follow",
                consumer,
                ATTEMPTS,
                event.seq(),
                cause);
        rows.park(consumer, event.seq(), String.valueOf(cause));
    }

    /** Also on the way out: an interrupt that ends this thread must not lose what was handled. */
    private void save() {
        boolean interrupted = Thread.interrupted();
        try {
            rows.move(consumer, cursor);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
