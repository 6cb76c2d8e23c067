package org.pavilion.server.settings;

import java.time.Duration;

/**
 * A token bucket: {@code tokens} flow in over {@code per}, at most {@code burst} are kept. Written
 * {@code 50/s burst 200}, {@code 5/15m}, {@code 10/h}.
 */
public record Rate(int tokens, Duration per, int burst) {
    public Rate {
        if (tokens < 1 || burst < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate lets something through: " + tokens + "/" + per);
        }
    }

    /** The same refill and burst for a crowd of {@code factor} ordinary callers. */
    public Rate times(int factor) {
        return new Rate(Math.multiplyExact(tokens, factor), per, Math.multiplyExact(burst, factor));
    }

    /** Reads {@code TOKENS/[N](s|m|h)[ burst B]}; without a burst it equals the tokens. */
    public static Rate of(String text) {
        var match = java.util.regex.Pattern.compile("(\\d{1,6})/(\\d{1,4})?([smh])(?: burst (\\d{1,6}))?")
                .matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("write a rate as 50/s burst 200, 5/15m or 10/h, not " + text);
        }
        int tokens = Integer.parseInt(match.group(1));
        long units = match.group(2) == null ? 1 : Long.parseLong(match.group(2));
        var per = switch (match.group(3)) {
            case "s" -> Duration.ofSeconds(units);
            case "m" -> Duration.ofMinutes(units);
            case "h" -> Duration.ofHours(units);
            default -> throw new IllegalStateException(text);
        };
        return new Rate(tokens, per, match.group(4) == null ? tokens : Integer.parseInt(match.group(4)));
    }
}
