package org.pavilion.server.storage;

import org.pavilion.api.Ref;

/**
 * Looks at every event before it is stored, whoever appends it, and refuses a write by throwing a
 * {@link org.pavilion.api.Problem}. Runs inside the write: it must not wait and not ask the store.
 */
public interface EventGuard {
    /** Lets everything pass. */
    EventGuard NONE = new EventGuard() {
        @Override
        public void check(String type, Ref subject, String body) {}

        @Override
        public void within(String edition) {}
    };

    /**
     * Throws for an event that must not be.
     *
     * @param body the event as JSON
     */
    void check(String type, Ref subject, String body);

    /** Throws when nothing in this edition may change. */
    void within(String edition);
}
