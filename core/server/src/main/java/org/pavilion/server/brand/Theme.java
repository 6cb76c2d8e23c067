package org.pavilion.server.brand;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The colours that one seed gives the expo, by day and by night. Text on its ground has a contrast of at least 4.5,
 * what is no text at least 3, whatever the seed.
 *
 * @param seed as chosen, {@code #rrggbb}
 */
public record Theme(String seed, Tones light, Tones dark) {
    private static final Pattern PATH = Pattern.compile("/theme-([0-9a-f]{6})-[0-9a-f]{8}\\.css");

    /**
     * The tokens of one mode, each {@code #rrggbb}.
     *
     * @param brand links, marks and the ground of the main button
     * @param ink text on {@code brand}
     * @param soft ground of what is chosen or announced
     * @param focus ring around what has the keyboard
     */
    public record Tones(String brand, String ink, String soft, String focus) {}

    /** The theme of a seed such as {@code #c2331d}; empty when the text is no colour. */
    public static Optional<Theme> of(String seed) {
        return Rgb.find(seed).map(colour -> {
            var tone = Oklch.of(colour);
            return new Theme(colour.hex(), Grounds.LIGHT.tones(tone), Grounds.DARK.tones(tone));
        });
    }

    /** The style sheet that lays these colours over those of the house. */
    public String css() {
        return ":root{--pv-brand:" + both(light.brand(), dark.brand())
                + ";--pv-brand-ink:" + both(light.ink(), dark.ink())
                + ";--pv-brand-soft:" + both(light.soft(), dark.soft())
                + ";--pv-brand-deep:" + both(light.brand(), dark.brand())
                + ";--pv-focus:" + both(light.focus(), dark.focus()) + "}\n";
    }

    /** The same as custom properties of one element, to show a theme that is not chosen yet. */
    public String style() {
        var css = css();
        return css.substring(":root{".length(), css.length() - 2);
    }

    /** Where the style sheet is served: the name changes with its bytes and never means anything else. */
    public String path() {
        return "/theme-" + seed.substring(1) + "-" + hash() + ".css";
    }

    /** The theme whose style sheet stands at a path; empty when there is none, or no longer. */
    public static Optional<Theme> at(String path) {
        var match = PATH.matcher(path);
        return match.matches() ? of(match.group(1)).filter(theme -> theme.path().equals(path)) : Optional.empty();
    }

    private static String both(String light, String dark) {
        return "light-dark(" + light + "," + dark + ")";
    }

    private String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(css().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
