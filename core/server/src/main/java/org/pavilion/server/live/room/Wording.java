package org.pavilion.server.live.room;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;

/** What people may write: normalised, of bounded length, without characters that disturb others. */
public final class Wording {
    public static final int LONGEST_MESSAGE = 300;
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 24;
    private static final int MOST_MARKS = 4;
    private static final int JOINER = 0x200D;
    private static final Pattern BREAKS = Pattern.compile("[\\s\\u2028\\u2029]+");
    private static final Pattern RESERVED =
            Pattern.compile("(?i).*(主办|管理员|官方|主持|moderator|operator|organi[sz]er|admin|pavilion|host ?team).*");

    private Wording() {}

    /** A message as it is stored; refused when nothing is left or it is too long. */
    public static String message(String raw) {
        var text = clean(raw, "/text");
        if (text.isEmpty()) {
            throw Problem.invalid("/text", "a message says something");
        }
        if (text.codePointCount(0, text.length()) > LONGEST_MESSAGE) {
            throw Problem.invalid("/text", "a message has at most " + LONGEST_MESSAGE + " characters");
        }
        return text;
    }

    /** A nickname as it is stored. */
    public static String nickname(String raw) {
        var name = clean(raw, "/name");
        int length = name.codePointCount(0, name.length());
        if (length < SHORTEST_NAME || length > LONGEST_NAME) {
            throw Problem.invalid("/name", "a name has " + SHORTEST_NAME + " to " + LONGEST_NAME + " characters");
        }
        if (!name.codePoints().allMatch(Wording::fitsName)) {
            throw Problem.invalid("/name", "a name has letters, digits, spaces and . _ - · only");
        }
        if (reserved(name)) {
            throw Problem.invalid("/name", "this name is kept for the host's team");
        }
        return name;
    }

    /** Whether the name claims to speak for the house. */
    public static boolean reserved(String name) {
        return RESERVED.matcher(key(name)).matches() || RESERVED.matcher(name).matches();
    }

    /** The form in which two names are the same: width, case and spacing do not count. */
    public static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s._·-]+", "");
    }

    /** The language something is written in, as far as one look tells. */
    public static Language language(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                ? Language.ZH
                : Language.EN;
    }

    private static boolean fitsName(int c) {
        return Character.isLetterOrDigit(c) || c == ' ' || c == '.' || c == '_' || c == '-' || c == '·';
    }

    private static String clean(String raw, String pointer) {
        var text = BREAKS.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            marks = isMark(c) ? marks + 1 : 0;
            if (forbidden(c) || marks > MOST_MARKS) {
                throw Problem.invalid(pointer, "a character in this text cannot be shown");
            }
        }
        return text;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Controls, halves of characters, unassigned ones, and those that turn the direction of other text. */
    private static boolean forbidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            // Joiners and tags hold emoji together; direction controls and invisible fillers do not.
            case Character.FORMAT -> c != JOINER && (c < 0xE0020 || c > 0xE007F);
            default -> false;
        };
    }
}
