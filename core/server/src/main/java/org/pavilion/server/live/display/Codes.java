package org.pavilion.server.live.display;

import java.security.SecureRandom;
import java.util.Locale;

/** Codes that people read off a screen and type: no letter looks like a digit, no two look alike. */
final class Codes {
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {}

    static String random(int length) {
        var code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As somebody typed it: any case, with spaces or a hyphen. */
    static String typed(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
