package org.pavilion.server.live.chat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a text looks like, whatever it says. */
final class Traits {
    /** Mentions above this are refused: nobody calls so many for a good reason. */
    static final int MOST_MENTIONS = 20;

    private static final int SHOUTED_FROM = 12;
    private static final double SHOUTED = 0.8;
    private static final int SIGNS_FROM = 10;
    private static final double MOST_SIGNS = 0.5;
    private static final int LONG_FROM = 240;
    private static final Pattern LINK =
            Pattern.compile("(?i)(?:https?:|ftp:|www\\.)\\S|(?<![\\p{L}\\p{N}@.])(?:[a-z0-9-]{2,63}[.。．])+"
                    + "(?:com|net|org|cn|io|top|xyz|info|me|cc|vip|site|shop|online|club|app|link|ru|tv|live|biz)"
                    + "(?![\\p{L}\\p{N}])");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{L}\\p{N}])@[\\p{L}\\p{N}]");

    private Traits() {}

    /**
     * The form in which two texts are the same, as a number: width, case, stretched letters, spaces and
     * signs do not count, digits do.
     */
    static long shape(String text) {
        var form = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        long shape = 1_125_899_906_842_597L;
        int before = 0;
        for (int i = 0; i < form.length(); ) {
            int c = form.codePointAt(i);
            i += Character.charCount(c);
            boolean counts = Character.isLetterOrDigit(c) || emoji(c);
            if (counts && (c != before || Character.isDigit(c))) {
                shape = 31 * shape + c;
                before = c;
            }
        }
        return shape;
    }

    static boolean hasLink(String text) {
        return LINK.matcher(text).find();
    }

    static long mentions(String text) {
        return MENTION.matcher(text).results().limit(MOST_MENTIONS + 1L).count();
    }

    /** Whether nothing but emoji and space is in it. */
    static boolean emojiOnly(String text) {
        return text.codePoints().anyMatch(Traits::emoji)
                && text.codePoints().allMatch(c -> emoji(c) || joins(c) || Character.isSpaceChar(c));
    }

    /** How much its look speaks against a text, 0 to 100. */
    static int score(String text) {
        int length = text.codePointCount(0, text.length());
        int score = length > LONG_FROM ? 10 : 0;
        long latin = text.codePoints().filter(Traits::cased).count();
        long upper = text.codePoints().filter(Character::isUpperCase).count();
        if (latin >= SHOUTED_FROM && upper >= latin * SHOUTED) {
            score += 20;
        }
        long signs = text.codePoints()
                .filter(c -> !Character.isLetterOrDigit(c) && !Character.isSpaceChar(c) && !emoji(c) && !joins(c))
                .count();
        if (length >= SIGNS_FROM && signs > length * MOST_SIGNS) {
            score += 40;
        }
        return hasLink(text) ? score + 20 : score;
    }

    private static boolean cased(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c);
    }

    private static boolean emoji(int c) {
        return Character.isEmojiPresentation(c) || (c > 0xFF && Character.isEmoji(c));
    }

    /** What only holds emoji together or colours them. */
    private static boolean joins(int c) {
        return c == 0x200D
                || c == 0xFE0F
                || c == 0x20E3
                || Character.isEmojiModifier(c)
                || (c >= 0xE0020 && c <= 0xE007F);
    }
}
