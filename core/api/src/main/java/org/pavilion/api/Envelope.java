package org.pavilion.api;

import java.time.Instant;

/**
 * An event with its place in the log.
 *
 * @param seq position, without gaps
 * @param id UUIDv7, what {@link Journal#append} returned
 * @param at when it was written, UTC
 * @param actor who caused it
 * @param subject what it is about
 */
@Stable
public record Envelope<E>(long seq, String id, Instant at, Ref actor, Ref subject, E event) {}
