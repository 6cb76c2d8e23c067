package org.pavilion.server.storage;

import org.pavilion.api.Ref;

/**
 * Looks at every event before it is stored, whoever appends it, and refuses a write by throwing a
 * {@link org.pavilion.api.Problem}. Runs inside the write: it must not wait and not ask the store.
 */
@FunctionalInterface
public interface EventGuard {
    /**
     * Throws for an event that must not be.
     *
     * @param body the event as JSON
     */
    void check(String type, Ref subject, String body);
}
