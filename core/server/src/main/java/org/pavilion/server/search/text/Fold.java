package org.pavilion.server.search.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Makes traditional and simplified, full and half width, upper and lower case the same character.
 * Length-preserving and idempotent: {@code fold(fold(s)).equals(fold(s))}.
 */
public final class Fold {
    private static final char[] TABLE = load();

    private Fold() {}

    /** The folded form of one UTF-16 unit; surrogates stay. */
    public static char fold(char c) {
        return TABLE[c];
    }

    /** The folded text, of the same length. */
    public static String fold(String text) {
        var chars = text.toCharArray();
        fold(chars, 0, chars.length);
        return new String(chars);
    }

    static void fold(char[] chars, int from, int to) {
        for (int i = from; i < to; i++) {
            chars[i] = TABLE[chars[i]];
        }
    }

    /** Whether it is a Chinese character of the basic plane. */
    public static boolean isHan(char c) {
        return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF);
    }

    /** Whether it is a letter or digit that is no Chinese character. */
    public static boolean isLatin(char c) {
        return !isHan(c) && Character.isLetterOrDigit(c);
    }

    private static char[] load() {
        var table = new char[1 << 16];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) i;
        }
        try (var in = Table.open("fold.bin")) {
            for (int pairs = in.readInt(); pairs > 0; pairs--) {
                char from = in.readChar();
                table[from] = in.readChar();
            }
            if (in.read() >= 0) {
                throw new EOFException("fold.bin is longer than it says");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
