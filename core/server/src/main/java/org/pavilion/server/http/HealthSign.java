package org.pavilion.server.http;

import java.util.List;

/**
 * One thing about the house that an organiser can understand and, where it is not well, mend.
 *
 * @param key which sentence of {@code health.…} says it, e.g. {@code disk.good}
 * @param args what goes into the sentence
 * @param mend the command or page that puts it right; empty when nothing has to be
 */
public record HealthSign(Level level, String key, List<String> args, String mend) {
    public enum Level {
        BAD,
        POOR,
        GOOD
    }

    public static HealthSign good(String key, Object... args) {
        return new HealthSign(Level.GOOD, key + ".good", texts(args), "");
    }

    public static HealthSign poor(String key, String mend, Object... args) {
        return new HealthSign(Level.POOR, key + ".poor", texts(args), mend);
    }

    public static HealthSign bad(String key, String mend, Object... args) {
        return new HealthSign(Level.BAD, key + ".bad", texts(args), mend);
    }

    private static List<String> texts(Object... args) {
        return java.util.Arrays.stream(args).map(String::valueOf).toList();
    }
}
