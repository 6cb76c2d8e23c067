package org.pavilion.server.search.text;

/** Text as the index keeps it: no control, zero-width or direction characters, single spaces. */
public final class PlainText {
    private PlainText() {}

    /** The clean form, cut to a number of UTF-16 units; half a surrogate pair is dropped. */
    public static String clean(String raw, int limit) {
        var clean = new StringBuilder(Math.min(raw.length(), limit));
        boolean space = false;
        for (int i = 0; i < raw.length() && clean.length() < limit; i++) {
            char c = raw.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < raw.length()
                        && Character.isLowSurrogate(raw.charAt(i + 1))
                        && clean.length() + 2 <= limit) {
                    space = separate(clean, space);
                    clean.append(c).append(raw.charAt(++i));
                }
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                space = true;
            } else if (isVisible(c)) {
                space = separate(clean, space);
                clean.append(c);
            }
        }
        return clean.length() > limit ? clean.substring(0, limit) : clean.toString();
    }

    private static boolean separate(StringBuilder clean, boolean space) {
        if (space && !clean.isEmpty()) {
            clean.append(' ');
        }
        return false;
    }

    private static boolean isVisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
