package org.pavilion.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.json.Json;
import org.pavilion.server.search.Search;
import org.pavilion.server.search.SearchRequest;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.telemetry.Telemetry;

/** Search as it runs in the house: log, store, index. */
final class OurEngine implements SearchEngine {
    private static final Caller GUEST = new Caller(new Ref("guest", "bench"), Caller.Kind.GUEST, Set.of("pub"));

    record Changed(Ref subject) implements DomainEvent {}

    private final Map<String, SearchCorpus.Doc> documents = new ConcurrentHashMap<>();
    private final Path dir;
    private final Database database;
    private final EventLog log;
    private final StorageMount mount;
    private final Search search;
    private boolean filled;

    OurEngine(Path work) throws Exception {
        dir = work.resolve("index");
        Files.createDirectories(work.resolve("data"));
        var telemetry = new Telemetry();
        var json = new Json();
        database = Database.open(ServerSettings.local(work.resolve("data")), telemetry);
        log = new EventLog(database, telemetry);
        mount = database.mount("core", json);
        var events = log.domain("core", mount, json);
        events.publishes("bench.changed.v1", Changed.class);
        // The first statement loads classes for longer than a write may take.
        long before = mount.read(handle -> handle.createQuery("select count(*) from event_log")
                .mapTo(Long.class)
                .one());
        filled = before > 0;
        search = Search.open(dir, mount, events, log, (facet, value, language) -> Optional.empty(), "bench", telemetry);
    }

    @Override
    public Path dir() {
        return dir;
    }

    @Override
    public void put(SearchCorpus.Doc document) {
        documents.put(document.id(), document);
        if (filled) {
            mount.write((handle, journal) -> journal.append(new Changed(new Ref("doc", document.id()))));
        }
    }

    @Override
    public void finish() {
        search.provide("core", "doc", Text.same("Document"), Set.of("zone"), mount, new Documents());
        search.start();
        while (!search.status().state().equals("serving")) {
            LockSupport.parkNanos(20_000_000);
        }
        filled = true;
    }

    @Override
    public void show() {
        // A change shows by itself.
    }

    @Override
    public long find(String query) {
        return search.run(SearchRequest.of(query, Language.ZH).limit(10), GUEST).total();
    }

    @Override
    public void close() {
        search.close();
        log.close();
        mount.close();
        database.close();
    }

    private final class Documents implements SearchSource {
        @Override
        public Stream<String> ids(Handle handle) {
            return documents.keySet().stream();
        }

        @Override
        public Optional<SearchDocument> document(Handle handle, String id) {
            return Optional.ofNullable(documents.get(id))
                    .map(document -> new SearchDocument(
                            new Ref("doc", id),
                            new Text(document.title(), ""),
                            new Text(document.body(), ""),
                            Set.of(),
                            Map.of("zone", List.of(document.type())),
                            URI.create("/d/" + id),
                            Visibility.PUBLIC,
                            Instant.EPOCH,
                            List.of()));
        }
    }
}
