package org.pavilion.plugin.exhibition;

import java.util.List;
import org.pavilion.api.Language;

/** Tags carry no language; a booth that has some in both shows each reader those in their script. */
public final class Tags {
    private Tags() {}

    public static List<String> in(Language language, List<String> tags) {
        var wanted = tags.stream()
                .filter(tag -> han(tag) == (language == Language.ZH))
                .toList();
        return wanted.isEmpty() ? tags : wanted;
    }

    private static boolean han(String tag) {
        return tag.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
