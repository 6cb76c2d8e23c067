package org.pavilion.server.notify;

import java.time.Instant;

/**
 * One mail as the organiser sees it.
 *
 * @param recipient empty once it was sent
 * @param state {@code queued}, {@code sent} or {@code dead}
 * @param error what the mail server said last
 */
public record MailRow(
        String id, String kind, String recipient, String state, int attempts, String error, Instant changedAt) {}
