package org.pavilion.api;

import java.time.Instant;
import java.util.Optional;

/** The log's side of one write: events appended here commit with the rows, or not at all. */
@Stable
public interface Journal {

    /** Appends after the guarded row was written. Returns the event's id, usable as {@code after=}. */
    String append(DomainEvent event);

    /**
     * Says that this write changes something of an edition: refused with {@code edition.frozen} (409)
     * when nothing in it may change any more. An event with a component {@code edition} says so by
     * itself.
     */
    void within(String edition);

    /** The instant of this write, to the millisecond. */
    Instant now();

    /** A new UUIDv7. */
    String newId();

    /**
     * Claims an idempotency key first thing in the write. Empty: go on, and {@link #remember} the
     * answer. Present: the stored answer of the earlier call. A different {@code hash} under the
     * same key is refused with {@code idempotency.mismatch} (422).
     */
    Optional<byte[]> idempotent(String scope, String key, byte[] hash);

    /** Stores the answer for the key claimed in this write. */
    void remember(byte[] answer);
}
