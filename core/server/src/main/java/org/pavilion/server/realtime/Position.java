package org.pavilion.server.realtime;

import java.util.Optional;

/**
 * A place in the log of a topic, written {@code epoch:rev}.
 *
 * @param epoch of the store the log lies in; it stays over restarts and changes when a backup is restored
 * @param rev the last event seen; 0 before the first
 */
public record Position(String epoch, long rev) {
    private static final int LONGEST = 80;

    public Position {
        if (epoch.isEmpty() || epoch.indexOf(':') >= 0 || rev < 0) {
            throw new IllegalArgumentException("not a position: " + epoch + ":" + rev);
        }
    }

    /** What a client sent; empty when it is no position at all. */
    static Optional<Position> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || text.length() > LONGEST || !text.substring(colon + 1).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new Position(text.substring(0, colon), Long.parseLong(text.substring(colon + 1))));
    }

    @Override
    public String toString() {
        return epoch + ":" + rev;
    }
}
