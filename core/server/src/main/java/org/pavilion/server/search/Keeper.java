package org.pavilion.server.search;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;
import org.pavilion.server.event.Event;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.event.Follower;
import org.pavilion.server.search.Reading.SourceFailed;
import org.pavilion.server.search.Sources.Provided;
import org.pavilion.server.search.index.LiveIndex;
import org.pavilion.server.search.index.Mark;
import org.pavilion.server.search.index.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one index serving: follows the log, makes progress durable, rebuilds into a second folder and
 * swaps, and puts a broken index aside. A commit is durability only; a lost tail is read again.
 */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration BETWEEN_REFRESHES = Duration.ofMillis(25);
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(5);
    private static final int BATCH = 500;
    /** Events behind, below which a new index catches up under the lock. */
    private static final int NEARLY = 100;

    /** What is done with one point in time of the index. */
    @FunctionalInterface
    interface Use<T> {
        T on(View view) throws IOException;
    }

    private final Folders folders;
    private final EventLog log;
    private final Sources sources;
    private final Filling filling;
    private final Retries retries;
    private final String epoch;
    private final String build;

    private final ReentrantLock changing = new ReentrantLock();
    private final ReentrantLock watching = new ReentrantLock();
    private final Condition seen = watching.newCondition();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean refreshDue = new AtomicBoolean();
    private final AtomicBoolean rebuildDue = new AtomicBoolean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("search-clock").factory());
    private final ExecutorService builder = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("search-builder").factory());

    private volatile @Nullable LiveIndex serving;
    private volatile @Nullable Follower follower;
    private volatile @Nullable String lastError;
    private volatile boolean rebuilding;
    private volatile boolean started;
    private volatile boolean closed;
    private volatile long visible;
    private volatile long refreshedAt;

    Keeper(Folders folders, EventLog log, Sources sources, Filling filling, Retries retries, String epoch, String build)
            throws IOException {
        this.folders = folders;
        this.log = log;
        this.sources = sources;
        this.filling = filling;
        this.retries = retries;
        this.epoch = epoch;
        this.build = build;
        this.serving = existing();
        var index = serving;
        if (index != null) {
            visible = index.mark().seq();
            hidden.addAll(use(View::types));
        }
    }

    private @Nullable LiveIndex existing() throws IOException {
        var folder = folders.current();
        if (folder.isEmpty()) {
            return null;
        }
        try {
            var index = LiveIndex.open(folder.get());
            if (fits(index.mark())) {
                return index;
            }
            LOG.info("The search index belongs to another state of the data and is built anew");
            index.close();
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.error("The search index cannot be opened and is built anew; it is kept in quarantine", e);
            folders.quarantine(folder.get());
        }
        return null;
    }

    private boolean fits(Mark mark) {
        if (!mark.epoch().equals(epoch) || mark.seq() > log.head()) {
            return false;
        }
        var next = log.read(mark.seq(), 1);
        return next.isEmpty() || next.getFirst().seq() == mark.seq() + 1;
    }

    /** Begins to follow the log; what the index lacks is built in the background. */
    void start() {
        started = true;
        var index = serving;
        long from = index == null ? log.head() : index.mark().seq();
        follower = log.follow("search", from, this::changed);
        if (index == null || !index.mark().build().equals(build)) {
            rebuild();
        } else {
            sources.all().stream()
                    .filter(provided -> !index.mark().types().contains(provided.type()))
                    .forEach(this::fill);
        }
        every(BETWEEN_COMMITS, this::commit);
        every(Duration.ofSeconds(1), this::retry);
    }

    private void every(Duration pause, Runnable work) {
        var _ = clock.scheduleWithFixedDelay(
                () -> guarded(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Runs other upkeep on the same clock. */
    void also(Duration pause, Runnable work) {
        every(pause, work);
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Search upkeep failed and will be tried again", e);
        }
    }

    /** A source is there: its documents show again, and are all read again when the house is running. */
    void provided(Provided provided) {
        hidden.remove(provided.type());
        if (started) {
            fill(provided);
        }
    }

    void withdrawn(String type) {
        hidden.add(type);
    }

    Set<String> hidden() {
        return hidden;
    }

    /** Runs on the newest view; a broken index is put aside and the caller told to come back. */
    <T> T use(Use<T> use) {
        while (true) {
            var index = serving;
            if (index == null) {
                throw down();
            }
            try {
                var view = index.acquire();
                try {
                    return use.on(view);
                } finally {
                    index.release(view);
                }
            } catch (AlreadyClosedException e) {
                if (serving == index) {
                    broken(index, e);
                    throw down();
                }
            } catch (IOException e) {
                if (isDamage(e)) {
                    broken(index, e);
                    throw down();
                }
                throw new UncheckedIOException(e);
            } catch (UncheckedIOException e) {
                if (isDamage(e.getCause())) {
                    broken(index, e);
                    throw down();
                }
                throw e;
            }
        }
    }

    private Problem down() {
        return new Problem(
                        "search.rebuilding",
                        503,
                        "the search index is being rebuilt, "
                                + filling.written().get() + " objects so far")
                .retryAfter(1000);
    }

    private static boolean isDamage(@Nullable Throwable e) {
        return e instanceof CorruptIndexException
                || e instanceof IndexFormatTooOldException
                || e instanceof IndexFormatTooNewException
                || e instanceof IndexNotFoundException
                || e instanceof NoSuchFileException
                || e instanceof FileNotFoundException
                || e instanceof EOFException;
    }

    private void broken(LiveIndex index, Exception cause) {
        changing.lock();
        try {
            if (closed || serving != index) {
                return;
            }
            serving = null;
            LOG.error("The search index is damaged and is built anew; it is kept in quarantine", cause);
            builder.execute(() -> guarded(() -> putAside(index)));
            rebuild();
        } finally {
            changing.unlock();
        }
    }

    private void putAside(LiveIndex index) {
        try {
            index.close();
        } catch (IOException | RuntimeException e) {
            LOG.info("The damaged index did not close cleanly: {}", e.toString());
        }
        try {
            folders.quarantine(index.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The log's next events. Without an index they are left to the rebuild, which reads the log itself. */
    private void changed(List<Event> batch) throws IOException {
        changing.lock();
        try {
            var index = serving;
            if (index == null) {
                return;
            }
            try {
                filling.apply(index, batch);
            } catch (IOException | AlreadyClosedException e) {
                if (index.isBroken() || isDamage(e)) {
                    broken(index, e);
                    return;
                }
                throw e;
            }
        } finally {
            changing.unlock();
        }
        refreshSoon();
    }

    private void refreshSoon() {
        if (!closed && !clock.isShutdown() && refreshDue.compareAndSet(false, true)) {
            long since = Duration.ofNanos(System.nanoTime() - refreshedAt).toMillis();
            var _ = clock.schedule(
                    () -> guarded(this::refresh),
                    Math.max(0, BETWEEN_REFRESHES.toMillis() - since),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void refresh() {
        refreshDue.set(false);
        var index = serving;
        if (index == null) {
            return;
        }
        long reached = index.mark().seq();
        try {
            index.refresh();
            refreshedAt = System.nanoTime();
            shown(reached);
        } catch (IOException | AlreadyClosedException e) {
            if (serving == index) {
                broken(index, e);
            }
        }
    }

    private void shown(long position) {
        watching.lock();
        try {
            visible = Math.max(visible, position);
            seen.signalAll();
        } finally {
            watching.unlock();
        }
    }

    /** Waits until searches see the position; false when the limit passed before. */
    boolean await(long position, Duration limit) {
        long left = limit.toNanos();
        watching.lock();
        try {
            while (visible < position && left > 0) {
                left = seen.awaitNanos(left);
            }
            return visible >= position;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            watching.unlock();
        }
    }

    private void commit() {
        var index = serving;
        if (index == null) {
            return;
        }
        changing.lock();
        try {
            index.commit();
        } catch (IOException | AlreadyClosedException e) {
            broken(index, e instanceof IOException io ? io : new IOException(e));
        } finally {
            changing.unlock();
        }
    }

    /** Waits until no file of the index holds a deleted document. */
    void expunge() {
        var index = serving;
        if (index == null) {
            return;
        }
        changing.lock();
        try {
            index.expunge();
        } catch (IOException | AlreadyClosedException e) {
            broken(index, e instanceof IOException io ? io : new IOException(e));
        } finally {
            changing.unlock();
        }
    }

    private void retry() {
        for (var ref : retries.due(Instant.now())) {
            retries.done(ref);
            changing.lock();
            try {
                var index = serving;
                if (index == null) {
                    return;
                }
                filling.again(index, ref);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                changing.unlock();
            }
            refreshSoon();
        }
    }

    private void fill(Provided provided) {
        builder.execute(() -> guarded(() -> {
            var index = serving;
            if (index == null
                    || sources.of(provided.type()).filter(provided::equals).isEmpty()) {
                return;
            }
            try {
                filling.whole(index, provided, changing);
                refreshSoon();
            } catch (SourceFailed e) {
                LOG.warn("The objects of {} could not be read for search: {}", provided.type(), e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Builds a new index in the background; asked twice, it is built once. */
    void rebuild() {
        if (!closed && rebuildDue.compareAndSet(false, true)) {
            builder.execute(() -> {
                rebuildDue.set(false);
                rebuilding = true;
                try {
                    build();
                    lastError = null;
                } catch (IOException | RuntimeException e) {
                    lastError = e.toString();
                    LOG.error("The search index could not be rebuilt; the old one goes on serving", e);
                } finally {
                    rebuilding = false;
                }
            });
        }
    }

    private void build() throws IOException {
        filling.written().set(0);
        var fresh = LiveIndex.open(folders.next());
        boolean swapped = false;
        try {
            fresh.mark(new Mark(log.head(), epoch, build, Set.of()));
            var own = new ReentrantLock();
            for (var provided : sources.all()) {
                try {
                    filling.whole(fresh, provided, own);
                } catch (SourceFailed e) {
                    LOG.warn("The objects of {} are left out of search: {}", provided.type(), e.getMessage());
                }
            }
            while (log.head() - fresh.mark().seq() > NEARLY) {
                filling.apply(fresh, log.read(fresh.mark().seq(), BATCH));
            }
            swapped = swap(fresh);
        } finally {
            if (!swapped) {
                fresh.close();
                Folders.delete(fresh.path());
            }
        }
    }

    private boolean swap(LiveIndex fresh) throws IOException {
        changing.lock();
        try {
            if (closed) {
                return false;
            }
            for (var rest = log.read(fresh.mark().seq(), BATCH); !rest.isEmpty(); ) {
                filling.apply(fresh, rest);
                rest = log.read(fresh.mark().seq(), BATCH);
            }
            fresh.refresh();
            fresh.commit();
            var old = serving;
            serving = fresh;
            if (old != null) {
                old.close();
            }
            folders.promote(fresh.path());
            shown(fresh.mark().seq());
            LOG.info("A new search index serves {} documents", fresh.documents());
            return true;
        } finally {
            changing.unlock();
        }
    }

    /** Deletes an owner's documents. */
    void forget(String owner) {
        changing.lock();
        try {
            var index = serving;
            if (index != null) {
                index.removeOwner(owner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            changing.unlock();
        }
        refreshSoon();
    }

    /** The log position that searches see. */
    long position() {
        return visible;
    }

    SearchStatus status() {
        var index = serving;
        return new SearchStatus(
                index == null ? "down" : rebuilding ? "rebuilding" : "serving",
                index == null ? 0 : index.documents(),
                index == null ? 0 : index.bytes(),
                visible,
                log.head(),
                filling.written().get(),
                retries.waiting(),
                List.copyOf(sources.types()),
                folders.quarantined(),
                Optional.ofNullable(lastError));
    }

    @Override
    public void close() {
        closed = true;
        var following = follower;
        if (following != null) {
            following.close();
        }
        // No interrupts: Lucene's files do not survive one.
        filling.end();
        clock.shutdown();
        builder.shutdown();
        try {
            if (!builder.awaitTermination(30, TimeUnit.SECONDS) || !clock.awaitTermination(30, TimeUnit.SECONDS)) {
                LOG.warn("Search stops while its upkeep still runs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        changing.lock();
        try {
            var index = serving;
            serving = null;
            if (index != null) {
                index.commit();
                index.close();
            }
        } catch (AlreadyClosedException e) {
            LOG.warn("The search index broke before it closed; its last changes are read again at the next start", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            changing.unlock();
        }
    }
}
