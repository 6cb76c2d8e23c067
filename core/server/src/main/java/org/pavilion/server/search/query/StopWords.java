package org.pavilion.server.search.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that ask or connect but name nothing. */
final class StopWords {
    private static final Set<String> ENGLISH = Set.copyOf(Resource.lines("stop-en.txt"));
    private static final Pattern CHINESE = Pattern.compile(Resource.lines("stop-zh.txt").stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .collect(Collectors.joining("|")));

    private static final Pattern ENDING = Pattern.compile("[吗呢吧啊呀么了]+$");

    private StopWords() {}

    static boolean isStop(String english) {
        return ENGLISH.contains(english);
    }

    /** The pieces of a Chinese run that remain without its question and function words. */
    static List<String> content(String run) {
        var asked = ENDING.matcher(run).replaceFirst("");
        return Arrays.stream(CHINESE.matcher(asked).replaceAll(" ").split(" ", -1))
                .filter(piece -> !piece.isEmpty())
                .toList();
    }
}
