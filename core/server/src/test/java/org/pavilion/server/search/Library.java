package org.pavilion.server.search;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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
import org.pavilion.server.storage.Script;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

/** Books that a plugin keeps and search finds: rows, events and a source, over a real store. */
final class Library implements AutoCloseable {
    static final Caller GUEST = new Caller(new Ref("guest", "g1"), Caller.Kind.GUEST, Set.of("pub"));

    record BookChanged(Ref subject) implements DomainEvent {}

    private final Store store;
    private final StorageMount books;
    private final StorageMount core;
    private final Path dir;
    final AtomicBoolean failing = new AtomicBoolean();
    Search search;
    private String lastEvent = "";

    Library(Store store, Path dir) {
        this.store = store;
        this.dir = dir;
        this.core = store.mount("core");
        this.books = store.mount("library");
        store.events("library", books).publishes("library.book-changed.v1", BookChanged.class);
        store.database().migrate("library", "library_", List.of(new Script("V1__init.sql", """
                create table library_book(id text not null primary key, title text not null, shelf text not null,
                  acl text not null)""")));
        this.search = open();
    }

    private Search open() {
        return Search.open(
                dir,
                core,
                store.events("core", core),
                store.log(),
                (facet, value, language) -> Optional.of(value + "!"),
                "build-1",
                new Telemetry());
    }

    void start() {
        provide();
        search.start();
    }

    void reopen() {
        search.close();
        store.log().withdraw("core");
        search = open();
    }

    void provide() {
        search.provide("library", "book", new Text("图书", "Book"), Set.of("shelf"), books, new Books());
    }

    String put(String id, String title, String shelf, String acl) {
        lastEvent = books.write((handle, journal) -> {
            handle.execute("""
                    insert into library_book(id, title, shelf, acl) values (?, ?, ?, ?)
                    on conflict(id) do update set title = excluded.title, shelf = excluded.shelf, acl = excluded.acl""", id, title, shelf, acl);
            return journal.append(new BookChanged(new Ref("book", id)));
        });
        return lastEvent;
    }

    void remove(String id) {
        lastEvent = books.write((handle, journal) -> {
            handle.execute("delete from library_book where id = ?", id);
            return journal.append(new BookChanged(new Ref("book", id)));
        });
    }

    List<String> find(String q) {
        return search.run(SearchRequest.of(q, Language.ZH), GUEST).hits().stream()
                .map(Hit::id)
                .toList();
    }

    /** Waits until searches see everything that was written. */
    void settle() {
        eventually(() -> search.status().state().equals("serving") && sees(lastEvent));
    }

    private boolean sees(String event) {
        if (event.isEmpty()) {
            return true;
        }
        var position = store.log().awaitSeqOf(event, Duration.ofSeconds(5));
        return position.isPresent() && search.await(position.get(), Duration.ofSeconds(5));
    }

    static void eventually(BooleanSupplier condition) {
        var deadline = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("did not happen within 30 s");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void close() {
        search.close();
    }

    private final class Books implements SearchSource {
        @Override
        public Stream<String> ids(Handle handle) {
            return handle.createQuery("select id from library_book order by id").mapTo(String.class).list().stream();
        }

        @Override
        public Optional<SearchDocument> document(Handle handle, String id) {
            if (failing.get()) {
                throw new IllegalStateException("the library is closed");
            }
            return handle.createQuery("select title, shelf, acl from library_book where id = ?")
                    .bind(0, id)
                    .map((row, context) -> new SearchDocument(
                            new Ref("book", id),
                            Text.same(row.getString(1)),
                            Text.same(row.getString(1)),
                            Set.of(),
                            Map.of(
                                    "shelf",
                                    List.of(row.getString(2)),
                                    "unknown",
                                    List.of("x"),
                                    "edition",
                                    List.of("ed-1", "ed-2")),
                            URI.create("/books/" + id),
                            new Visibility(Set.of(row.getString(3))),
                            Instant.EPOCH,
                            List.of()))
                    .findOne();
        }
    }
}
