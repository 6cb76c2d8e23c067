package org.pavilion.server.live.stream;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.pavilion.api.Ref;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows which encoders send and notices when one falls silent: three pieces late is lost. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int PIECES = 3;
    private static final long LEAST_MS = 3_000;

    private final InstantSource clock;
    private final Consumer<Ref> tell;
    private final Map<Spot, Signal> signals = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-encoders").factory());

    /** @param tell called with a room when the state of one of its encoders has changed */
    Watch(InstantSource clock, Consumer<Ref> tell) {
        this.clock = clock;
        this.tell = tell;
    }

    private record Spot(Ref room, String site) {}

    /** How an encoder stands: {@code waiting} for its first piece, {@code receiving} or {@code lost}. */
    enum State {
        WAITING,
        RECEIVING,
        LOST
    }

    private record Signal(Instant last, Duration patience, State state) {}

    void start(long everyMs) {
        var running = looking.scheduleWithFixedDelay(this::lookOnce, everyMs, everyMs, TimeUnit.MILLISECONDS);
        LOG.debug("looking after encoders, done: {}", running.isDone());
    }

    /** Other work of the same rhythm, e.g. tidying up. */
    void also(Runnable work, Duration every) {
        var running = looking.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.error("old pieces were not tidied up", e);
                    }
                },
                every.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
        LOG.debug("tidying up, done: {}", running.isDone());
    }

    /** A piece has come that lasts so long. */
    void seen(Ref room, String site, long pieceMs) {
        var patience = Duration.ofMillis(Math.max(LEAST_MS, PIECES * pieceMs));
        var before = signals.put(new Spot(room, site), new Signal(clock.instant(), patience, State.RECEIVING));
        if (before == null || before.state() != State.RECEIVING) {
            tell.accept(room);
        }
    }

    /** What was seen before this process started. */
    void remember(Ref room, String site, Instant at, long pieceMs) {
        var patience = Duration.ofMillis(Math.max(LEAST_MS, PIECES * pieceMs));
        boolean late = at.plus(patience).isBefore(clock.instant());
        signals.put(new Spot(room, site), new Signal(at, patience, late ? State.LOST : State.RECEIVING));
    }

    /** The encoder said that nothing follows. */
    void ended(Ref room, String site) {
        if (signals.remove(new Spot(room, site)) != null) {
            tell.accept(room);
        }
    }

    State state(Ref room, String site) {
        var signal = signals.get(new Spot(room, site));
        return signal == null ? State.WAITING : signal.state();
    }

    /** When the last piece came. */
    Optional<Instant> last(Ref room, String site) {
        return Optional.ofNullable(signals.get(new Spot(room, site))).map(Signal::last);
    }

    private void lookOnce() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("the state of an encoder was not told", e);
        }
    }

    /** Notices who has fallen silent. */
    void look() {
        signals.forEach((spot, signal) -> {
            if (signal.state() == State.RECEIVING
                    && signal.last().plus(signal.patience()).isBefore(clock.instant())
                    && signals.replace(spot, signal, new Signal(signal.last(), signal.patience(), State.LOST))) {
                LOG.warn("the encoder of {} ({}) has fallen silent", spot.room(), spot.site());
                tell.accept(spot.room());
            }
        });
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
