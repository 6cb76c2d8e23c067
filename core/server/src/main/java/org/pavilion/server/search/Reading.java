package org.pavilion.server.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.server.search.Sources.Provided;
import org.pavilion.server.search.index.DocumentMapper;
import org.pavilion.server.telemetry.Telemetry;

/** Asks sources for current documents, on threads of its own and never longer than a limit. */
final class Reading implements AutoCloseable {
    /** Generous, since the first call of a source loads its classes on a busy machine. */
    private static final Duration ONE = Duration.ofSeconds(2);

    private static final Duration CHUNK = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Telemetry telemetry;

    Reading(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** The object's document as it is now; empty when it is gone. */
    Optional<SearchDocument> one(Provided provided, String id) throws SourceFailed {
        return limited(ONE, () -> provided.storage().read(handle -> document(provided, handle, id)));
    }

    /** All ids of the type. */
    List<String> ids(Provided provided) throws SourceFailed {
        return limited(
                CHUNK,
                () -> provided.storage().read(handle -> {
                    try (var ids = provided.source().ids(handle)) {
                        return ids.toList();
                    }
                }));
    }

    /** The documents of these ids in one snapshot; ids that are gone are missing. */
    List<SearchDocument> many(Provided provided, List<String> ids) throws SourceFailed {
        return limited(
                CHUNK,
                () -> provided.storage().read(handle -> {
                    var documents = new ArrayList<SearchDocument>();
                    for (var id : ids) {
                        document(provided, handle, id).ifPresent(documents::add);
                    }
                    return documents;
                }));
    }

    private Optional<SearchDocument> document(Provided provided, Handle handle, String id) {
        return provided.source().document(handle, id).map(document -> checked(provided, id, document));
    }

    /** Only declared facets count; a document must be the one that was asked for. */
    private SearchDocument checked(Provided provided, String id, SearchDocument document) {
        if (!document.ref().equals(new Ref(provided.type(), id))) {
            throw new IllegalStateException("asked for " + provided.type() + ":" + id + ", got " + document.ref());
        }
        Map<String, List<String>> facets = new HashMap<>(document.facets());
        if (facets.keySet()
                .removeIf(name ->
                        !DocumentMapper.isReserved(name) && !provided.facets().contains(name))) {
            telemetry.count("search_unknown_facets", "type", provided.type());
        }
        return new SearchDocument(
                document.ref(),
                document.title(),
                document.body(),
                document.tags(),
                facets,
                document.link(),
                document.visibility(),
                document.changed(),
                document.levels());
    }

    private <T> T limited(Duration limit, Callable<T> work) throws SourceFailed {
        var running = threads.submit(work);
        try {
            return running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new SourceFailed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            running.cancel(true);
            throw new SourceFailed(e);
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new SourceFailed(e);
        }
    }

    /** A source threw, took too long or answered nonsense. */
    static final class SourceFailed extends Exception {
        private static final long serialVersionUID = 1L;

        SourceFailed(Throwable cause) {
            super(cause.toString(), cause);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
