package org.pavilion.server.notify;

import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * Something a person was told.
 *
 * @param kind what it is, e.g. {@code trading.interest}
 * @param about the object it leads to
 * @param readAt when the person read it, if they did
 */
public record InboxItem(String id, String kind, Text title, Ref about, Instant at, Optional<Instant> readAt) {}
