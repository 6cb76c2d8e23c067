package org.pavilion.server.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.pavilion.server.event.Event;

/** How rows hang together: the one place that says what a row's hash covers. */
final class Chain {
    /** What the first row follows. */
    static final String GENESIS = "0".repeat(64);

    /** Digits of a row's hash that a checkpoint keeps. */
    static final int MARK = 16;

    private Chain() {}

    /** The end of the chain. */
    record Tail(long n, long seq, String hash) {
        static final Tail NONE = new Tail(0, 0, GENESIS);

        static Tail of(AuditRow row) {
            return new Tail(row.n(), row.seq(), row.hash());
        }
    }

    static AuditRow next(Tail tail, Event event) {
        var open = new AuditRow(
                tail.n() + 1,
                event.seq(),
                event.at().toEpochMilli(),
                event.actor().toString(),
                event.type(),
                event.subject().toString(),
                digest(event.body()),
                tail.hash(),
                "");
        return new AuditRow(
                open.n(),
                open.seq(),
                open.at(),
                open.actor(),
                open.action(),
                open.subject(),
                open.digest(),
                open.prevHash(),
                hash(open));
    }

    /** What the row's hash must be by its own contents. Lengths go before texts, so that no two rows write alike. */
    static String hash(AuditRow row) {
        var canonical = new StringBuilder();
        for (var part : new Object[] {
            row.prevHash(), row.n(), row.seq(), row.at(), row.actor(), row.action(), row.subject(), row.digest()
        }) {
            var text = part.toString();
            canonical.append(text.length()).append(':').append(text);
        }
        return digest(canonical.toString());
    }

    static String digest(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String mark(String hash) {
        return hash.substring(0, MARK);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
