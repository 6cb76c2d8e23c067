package org.pavilion.server.identity;

import java.time.Instant;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/**
 * What somebody who is no person may be: one role in one place, for a time.
 *
 * @param holder {@code display:…} for a screen, {@code in-room:…} for somebody in a hall
 */
public record Pass(Ref holder, String role, Scope scope, Instant until) {}
