package org.pavilion.api;

import java.util.function.BiConsumer;

/**
 * The log. Listeners own a cursor each: events come in order, at least once, after the commit, and
 * also those that happened while the plugin was away.
 */
@Stable
public interface DomainEvents {

    /** Declares {@code prefix.kebab-case.vN} for the record type; names must be in the manifest. */
    <E extends Record & DomainEvent> DomainEvents publishes(String name, Class<E> type);

    /** Listens with the reader's own view of the event; unknown members are ignored. */
    <E extends Record> DomainEvents on(String name, Class<E> view, Listener<E> listener);

    /** What to do with one event. Throwing has it delivered again, five times, then parked. */
    @FunctionalInterface
    interface Listener<E> {
        void on(Envelope<E> event) throws Exception;
    }

    /** Adapter for listeners that only need subject and body. */
    static <E> Listener<E> each(BiConsumer<Ref, E> use) {
        return event -> use.accept(event.subject(), event.event());
    }
}
