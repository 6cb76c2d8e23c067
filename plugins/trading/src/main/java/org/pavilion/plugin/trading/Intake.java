package org.pavilion.plugin.trading;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.Links;
import org.pavilion.api.Outcome;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Shelf;

/**
 * How records of one kind come in and are found: import and search of a shelf.
 *
 * @param changed the event that says a record was stored anew
 * @param linking links a stored record to others, inside the same write
 * @param document what search knows of a record
 */
record Intake<T extends Record>(
        Shelf<T> shelf,
        Links links,
        Function<T, DomainEvent> changed,
        Linking<T> linking,
        BiFunction<T, Instant, SearchDocument> document)
        implements SearchSource {

    /** Links a record to others. */
    @FunctionalInterface
    interface Linking<T> {
        void link(Handle h, Journal journal, T record);
    }

    void open(PluginContext context) {
        context.imports().accept(shelf.refType(), shelf.type(), this::put);
        context.search().provide(shelf.refType(), this);
    }

    private Outcome put(Handle h, Journal journal, T record) {
        var outcome = shelf.put(h, journal, record, changed.apply(record));
        if (outcome instanceof Outcome.Created || outcome instanceof Outcome.Updated) {
            var ref = new Ref(shelf.refType(), shelf.spine().apply(record).id());
            links.renew(h, journal, ref, () -> linking.link(h, journal, record));
        }
        return outcome;
    }

    @Override
    public Stream<String> ids(Handle h) {
        return shelf.ids(h);
    }

    @Override
    public Optional<SearchDocument> document(Handle h, String id) {
        return shelf.find(h, id)
                .map(record -> document.apply(
                        record, Instant.ofEpochMilli(shelf.changedAt(h, id).orElse(0L))));
    }
}
