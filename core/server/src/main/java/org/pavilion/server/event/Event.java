package org.pavilion.server.event;

import java.time.Instant;
import org.pavilion.api.Ref;

/**
 * One line of the log.
 *
 * @param seq position, without gaps
 * @param id UUIDv7
 * @param type {@code prefix.kebab-case.vN}
 * @param body JSON
 */
public record Event(long seq, String id, Instant at, String type, Ref subject, Ref actor, String body) {}
