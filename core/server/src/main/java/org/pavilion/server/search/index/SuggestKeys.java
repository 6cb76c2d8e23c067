package org.pavilion.server.search.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pavilion.api.Text;
import org.pavilion.server.search.text.Fold;
import org.pavilion.server.search.text.Pinyin;
import org.pavilion.server.search.text.Segmenter;

/** What a typed beginning is compared with: a title and its inner words, as written, spelled and by initials. */
final class SuggestKeys {
    private static final int LONGEST = 48;
    private static final int MAX_INNER = 6;
    private static final int MAX_OTHER = 4;

    private SuggestKeys() {}

    static Set<String> of(Text title) {
        var keys = new LinkedHashSet<String>();
        for (var text : List.of(title.zh(), title.en())) {
            var folded = Fold.fold(text);
            add(folded, keys);
            Pinyin.otherSpellings(cut(folded), MAX_OTHER).forEach(spelling -> keys.add(cut(spelling)));
            wordStarts(folded).stream().skip(1).limit(MAX_INNER).forEach(start -> add(folded.substring(start), keys));
        }
        keys.removeIf(String::isEmpty);
        return keys;
    }

    private static void add(String folded, Set<String> keys) {
        keys.add(cut(trim(folded)));
        if (folded.chars().anyMatch(c -> Fold.isHan((char) c))) {
            keys.add(cut(Pinyin.spell(folded)));
            keys.add(cut(Pinyin.initials(folded)));
        }
    }

    /** Where words begin, ascending; the first is the text's own start. */
    static List<Integer> wordStarts(String folded) {
        var starts = new LinkedHashSet<Integer>();
        int i = 0;
        while (i < folded.length()) {
            char c = folded.charAt(i);
            int end = i;
            if (Fold.isHan(c)) {
                while (end < folded.length() && Fold.isHan(folded.charAt(end))) {
                    end++;
                }
                int at = i;
                for (var word : Segmenter.cut(folded.substring(i, end))) {
                    starts.add(at);
                    at += word.length();
                }
            } else if (Fold.isLatin(c)) {
                starts.add(i);
                while (end < folded.length() && Fold.isLatin(folded.charAt(end))) {
                    end++;
                }
            }
            i = Math.max(end, i + 1);
        }
        return List.copyOf(starts);
    }

    /** Without the marks a title may begin with, such as 《. */
    private static String trim(String text) {
        int i = 0;
        while (i < text.length()
                && !Character.isLetterOrDigit(text.charAt(i))
                && !Character.isSurrogate(text.charAt(i))) {
            i++;
        }
        return text.substring(i);
    }

    private static String cut(String key) {
        return key.length() > LONGEST ? key.substring(0, LONGEST) : key;
    }
}
