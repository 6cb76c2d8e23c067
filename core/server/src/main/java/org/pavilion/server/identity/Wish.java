package org.pavilion.server.identity;

import java.time.Instant;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/**
 * A role that somebody asks for.
 *
 * @param note why, in their own words
 */
public record Wish(String id, Ref subject, String role, Scope scope, String note, Instant at) {}
