package org.pavilion.server.brand;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour as a browser paints it: three bytes of sRGB. */
record Rgb(int red, int green, int blue) {
    private static final Pattern HEX = Pattern.compile("#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})");

    /** Reads {@code #c2331d}, {@code c2331d} or {@code #c31}; empty for anything else. */
    static Optional<Rgb> find(String text) {
        var match = HEX.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var digits = match.group(1);
        if (digits.length() == 3) {
            digits = digits.replaceAll("(.)", "$1$1");
        }
        int value = Integer.parseInt(digits, 16);
        return Optional.of(new Rgb(value >> 16, value >> 8 & 0xff, value & 0xff));
    }

    static Rgb of(String hex) {
        return find(hex).orElseThrow(() -> new IllegalArgumentException("no colour: " + hex));
    }

    String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** Relative luminance of WCAG 2. */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** Contrast ratio of WCAG 2: from 1 for the same lightness to 21 for black on white. */
    double contrast(Rgb other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
