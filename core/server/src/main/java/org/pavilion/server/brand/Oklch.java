package org.pavilion.server.brand;

/**
 * A colour by how it looks: lightness 0–1, chroma from 0 (grey) to about 0.33, hue in radians. The matrices are those
 * of Björn Ottosson's Oklab.
 */
record Oklch(double lightness, double chroma, double hue) {
    private static final double GAMUT_STEP = 0.0005;

    static Oklch of(Rgb colour) {
        double r = Rgb.linear(colour.red());
        double g = Rgb.linear(colour.green());
        double b = Rgb.linear(colour.blue());
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        double lightness = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double c = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        return new Oklch(lightness, Math.hypot(a, c), Math.atan2(c, a));
    }

    Oklch with(double newLightness, double newChroma) {
        return new Oklch(newLightness, newChroma, hue);
    }

    /** The nearest colour that a screen can show: lightness and hue stay, chroma gives way. */
    Rgb rgb() {
        var whole = linear(chroma);
        if (inGamut(whole)) {
            return bytes(whole);
        }
        double low = 0;
        double high = chroma;
        while (high - low > GAMUT_STEP) {
            double middle = (low + high) / 2;
            if (inGamut(linear(middle))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return bytes(linear(low));
    }

    private double[] linear(double withChroma) {
        double a = withChroma * Math.cos(hue);
        double b = withChroma * Math.sin(hue);
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static boolean inGamut(double[] linear) {
        for (double channel : linear) {
            if (channel < -1e-4 || channel > 1 + 1e-4) {
                return false;
            }
        }
        return true;
    }

    private static Rgb bytes(double[] linear) {
        return new Rgb(encoded(linear[0]), encoded(linear[1]), encoded(linear[2]));
    }

    private static int encoded(double linear) {
        double value = Math.clamp(linear, 0, 1);
        double gamma = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
        return (int) Math.round(gamma * 255);
    }
}
