package org.pavilion.server.brand;

import java.util.List;
import java.util.stream.Stream;

/**
 * The grounds that the house paints on in one mode, as in {@code tokens.css}, and the tones that read on all of them.
 *
 * @param inks the house's own text colours
 * @param ring around what has the keyboard
 * @param otherRing the same where the expo itself has the colour of {@code ring}
 */
record Grounds(List<Rgb> papers, List<Rgb> inks, Rgb ring, Rgb otherRing, boolean dark) {
    static final Grounds LIGHT = new Grounds(
            colours("#f6f5f2", "#ffffff", "#edebe6"),
            colours("#141a25", "#48505f", "#5c6372"),
            Rgb.of("#1d4ed8"),
            Rgb.of("#b45309"),
            false);

    static final Grounds DARK = new Grounds(
            colours("#0c1018", "#141a25", "#1b2331", "#080b11"),
            colours("#eef1f6", "#aab4c4", "#93a0b5"),
            Rgb.of("#8ab4ff"),
            Rgb.of("#ffb454"),
            true);

    /** A little more than is asked, so that a browser's own rounding cannot cross the line. */
    static final double TEXT = 4.55;

    static final double MARK = 3.05;

    private static final double STEP = 0.002;
    private static final double MOST_CHROMA = 0.19;
    private static final double BLUE = Math.toRadians(262);
    private static final double NEAR = Math.toRadians(55);

    private static List<Rgb> colours(String... hex) {
        return Stream.of(hex).map(Rgb::of).toList();
    }

    Theme.Tones tones(Oklch seed) {
        var soft = soft(seed);
        var grounds = Stream.concat(papers.stream(), Stream.of(soft)).toList();
        var brand = brand(seed, grounds);
        return new Theme.Tones(
                brand.hex(), ink(seed).hex(), soft.hex(), focus(seed).hex());
    }

    /** The ground of what is chosen: as strong as the house's own inks allow. */
    private Rgb soft(Oklch seed) {
        double chroma = Math.min(seed.chroma(), dark ? 0.055 : 0.03);
        double lightness = dark ? 0.27 : 0.935;
        while (true) {
            var tone = seed.with(lightness, chroma).rgb();
            if (inks.stream().allMatch(each -> each.contrast(tone) >= TEXT)) {
                return tone;
            }
            lightness += dark ? -STEP : STEP;
        }
    }

    /** The seed itself where it reads, else the nearest lightness that does; it ends at black or white. */
    private Rgb brand(Oklch seed, List<Rgb> grounds) {
        double chroma = Math.min(seed.chroma(), MOST_CHROMA);
        double lightness = dark ? Math.max(seed.lightness(), 0.7) : Math.min(seed.lightness(), 0.62);
        while (true) {
            var tone = seed.with(Math.clamp(lightness, 0, 1), chroma).rgb();
            if (Stream.concat(grounds.stream(), Stream.of(ink(seed))).allMatch(each -> each.contrast(tone) >= TEXT)) {
                return tone;
            }
            lightness += dark ? STEP : -STEP;
        }
    }

    private Rgb ink(Oklch seed) {
        return dark ? seed.with(0.16, Math.min(seed.chroma(), 0.03)).rgb() : new Rgb(255, 255, 255);
    }

    /** Blue, unless the expo itself is blue. */
    private Rgb focus(Oklch seed) {
        double away = Math.abs(Math.IEEEremainder(seed.hue() - BLUE, 2 * Math.PI));
        return away < NEAR && seed.chroma() > 0.04 ? otherRing : ring;
    }
}
