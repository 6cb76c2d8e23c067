package org.pavilion.server.personal;

import java.time.Instant;
import org.pavilion.api.Ref;

/**
 * Something a person starred.
 *
 * @param note what they wrote to it, for themselves
 */
public record Favourite(Ref ref, String note, Instant at) {}
