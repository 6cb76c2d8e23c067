package org.pavilion.server.realtime;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One fan-out thread and the connections that are its own. Publishers put an audience into its queue
 * and wake it; it tells each listener what it lacks. Nothing else runs here: no plugin, no database,
 * no JSON. Its lists are touched by this thread alone, others hand it tasks.
 */
final class Shard implements AutoCloseable {
    private static final long SWEEP_NS = TimeUnit.SECONDS.toNanos(1);

    private final int index;
    private final Meters meters;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Queue<Audience> news = new ConcurrentLinkedQueue<>();
    private final Queue<Connection> ready = new ConcurrentLinkedQueue<>();
    private final Set<Connection> connections = new HashSet<>();
    private final Pace pace = new Pace(System.nanoTime());
    private volatile boolean asleep;
    private volatile boolean open = true;
    private long swept = System.nanoTime();
    private long flushed = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);

    Shard(int index, Meters meters) {
        this.index = index;
        this.meters = meters;
        this.thread = Thread.ofPlatform().name("fan-out-" + index).daemon().start(this::run);
    }

    int index() {
        return index;
    }

    void add(Connection connection) {
        task(() -> connections.add(connection));
    }

    void remove(Connection connection) {
        task(() -> connections.remove(connection));
    }

    /** The listening begins: what it lacks is told in the next flush. */
    void join(Listening listening) {
        task(() -> {
            var connection = listening.connection();
            if (!connection.closed()) {
                listening.channel().audience(this).add(listening);
                connection.listens(listening);
                listening.channel().lastWords().ifPresent(frame -> connection.ended(listening, frame));
                ready(connection);
            }
        });
    }

    void leave(Listening listening) {
        task(() -> {
            listening.channel().audience(this).remove(listening);
            listening.connection().listensNoMore(listening);
        });
    }

    /** Runs it on this thread, where the lists are. */
    void task(Runnable work) {
        tasks.add(work);
        wake();
    }

    void each(Consumer<Connection> work) {
        task(() -> List.copyOf(connections).forEach(work));
    }

    void flush(Audience audience) {
        news.add(audience);
        wake();
    }

    /** The connection wrote everything it had and lacks more. */
    void ready(Connection connection) {
        ready.add(connection);
        wake();
    }

    private void wake() {
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (open) {
            runTasks();
            long now = System.nanoTime();
            if (now - swept >= SWEEP_NS) {
                swept = now;
                connections.forEach(connection -> connection.sweep(now));
            }
            long early = flushed + pace.tick() - now;
            if (news.isEmpty() && ready.isEmpty()) {
                sleep(swept + SWEEP_NS - now);
            } else if (early > 0) {
                LockSupport.parkNanos(this, early);
            } else {
                flushed = now;
                flush();
            }
        }
    }

    private void runTasks() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private void sleep(long longest) {
        asleep = true;
        if (news.isEmpty() && ready.isEmpty() && tasks.isEmpty()) {
            LockSupport.parkNanos(this, Math.max(1, longest));
        }
        asleep = false;
    }

    /** One round over what was there at its beginning; what comes meanwhile is gathered for the next. */
    private void flush() {
        int deliveries = 0;
        for (var audience : drained(news)) {
            deliveries += audience.advance();
        }
        for (var connection : drained(ready)) {
            deliveries += connection.advance();
        }
        meters.deliveries.add(deliveries);
        pace.count(deliveries, System.nanoTime());
    }

    private static <T> Iterable<T> drained(Queue<T> queue) {
        var taken = new ArrayDeque<T>();
        for (var each = queue.poll(); each != null; each = queue.poll()) {
            taken.add(each);
        }
        return taken;
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
    }
}
