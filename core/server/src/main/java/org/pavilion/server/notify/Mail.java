package org.pavilion.server.notify;

import java.util.Optional;
import org.pavilion.api.Ref;

/**
 * One mail, ready to go.
 *
 * @param account whose mail it is, when it belongs to an account
 * @param kind why it is written, e.g. {@code digest}
 * @param unsubscribe whole address that ends mail of this kind with one click; empty for mail nobody can do without
 */
record Mail(
        Optional<Ref> account,
        String recipient,
        String kind,
        String subject,
        String plain,
        String html,
        String unsubscribe) {
    @Override
    public String toString() {
        return "Mail[" + kind + ", recipient=***]";
    }
}
