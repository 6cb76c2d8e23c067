package org.pavilion.server.search;

import java.util.List;
import org.pavilion.server.search.text.Fold;
import org.pavilion.server.search.text.Pinyin;

/** What search knows of characters that others need too: which ones are the same, and how Chinese sounds. */
public interface Spelling {

    /** Traditional and simplified, full and half width, upper and lower case as one character. */
    static char fold(char c) {
        return Fold.fold(c);
    }

    static String fold(String text) {
        return Fold.fold(text);
    }

    /** Whether it is a Chinese character of the basic plane. */
    static boolean isHan(char c) {
        return Fold.isHan(c);
    }

    /** The text in pinyin by usual readings; letters and digits stay, all else is left out. */
    static String spell(String text) {
        return Pinyin.spell(text);
    }

    /** The fewest syllables that spell all the letters; empty when they do not. */
    static List<String> split(String letters) {
        return Pinyin.split(letters);
    }
}
