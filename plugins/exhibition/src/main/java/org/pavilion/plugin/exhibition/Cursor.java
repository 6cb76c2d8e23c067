package org.pavilion.plugin.exhibition;

import java.util.Optional;
import org.pavilion.api.Problem;

/**
 * A place in a list with real records before synthetic ones, written {@code 0.key}. The key is one
 * that never changes, so what is added meanwhile moves nothing.
 */
record Cursor(int synthetic, String key) {

    static Optional<Cursor> of(Optional<String> text) {
        return text.map(Cursor::parse);
    }

    private static Cursor parse(String text) {
        if (!text.matches("[01]\\.[A-Za-z0-9-]{1,40}")) {
            throw Problem.invalid("/after", "not a cursor of this list: " + text);
        }
        return new Cursor(text.charAt(0) - '0', text.substring(2));
    }

    static String write(boolean synthetic, Object key) {
        return (synthetic ? "1." : "0.") + key;
    }

    long number() {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw Problem.invalid("/after", "not a cursor of this list").causedBy(e);
        }
    }
}
