package org.pavilion.server.search.index;

import org.pavilion.server.search.text.Fold;

/** Part numbers and other codes, compared by their letters and digits alone. */
public final class Codes {
    private static final int SHORTEST = 4;

    private Codes() {}

    /** Folded letters and digits. */
    public static String key(String text) {
        var key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = Fold.fold(text.charAt(i));
            if (Character.isLetterOrDigit(c)) {
                key.append(c);
            }
        }
        return key.toString();
    }

    /** Whether a typed text may be a code: plain letters with a digit or a hyphen among them. */
    public static boolean looksLikeCode(String text, String key) {
        return key.length() >= SHORTEST
                && key.chars().allMatch(c -> c < 128)
                && (key.chars().anyMatch(Character::isDigit) || text.indexOf('-') > 0);
    }
}
