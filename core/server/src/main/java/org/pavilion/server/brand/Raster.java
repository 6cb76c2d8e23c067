package org.pavilion.server.brand;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pixels with alpha, row by row. Scaling averages over areas, so that a large logo stays sharp when small. */
final class Raster {
    private static final int VISIBLE = 16;

    private final int width;
    private final int height;
    private final int[] argb;

    private Raster(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    static Raster of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new Raster(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    static Raster filled(int width, int height, int colour) {
        var pixels = new int[width * height];
        Arrays.fill(pixels, colour);
        return new Raster(width, height, pixels);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return argb[y * width + x];
    }

    boolean transparent() {
        return Arrays.stream(argb).anyMatch(pixel -> alpha(pixel) < 250);
    }

    /** Without the empty border that many logos come with; the same when nothing can be seen at all. */
    Raster trimmed() {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (alpha(at(x, y)) >= VISIBLE) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return right < 0 ? this : cut(left, top, right - left + 1, bottom - top + 1);
    }

    private Raster cut(int left, int top, int newWidth, int newHeight) {
        var pixels = new int[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            System.arraycopy(argb, (top + y) * width + left, pixels, y * newWidth, newWidth);
        }
        return new Raster(newWidth, newHeight, pixels);
    }

    /** As large as fits the box, with the same shape. */
    Raster fitted(int boxWidth, int boxHeight) {
        double scale = Math.min((double) boxWidth / width, (double) boxHeight / height);
        return scaled(
                Math.clamp(Math.round(width * scale), 1, boxWidth),
                Math.clamp(Math.round(height * scale), 1, boxHeight));
    }

    private Raster scaled(int newWidth, int newHeight) {
        var pixels = new int[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                pixels[y * newWidth + x] = area(
                        (double) x * width / newWidth,
                        (double) (x + 1) * width / newWidth,
                        (double) y * height / newHeight,
                        (double) (y + 1) * height / newHeight);
            }
        }
        return new Raster(newWidth, newHeight, pixels);
    }

    /** The mean of an area, weighed by how much of each pixel lies in it and how opaque it is. */
    private int area(double left, double right, double top, double bottom) {
        double alpha = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        double whole = 0;
        for (int y = (int) top; y < Math.min(height, (int) Math.ceil(bottom)); y++) {
            double high = Math.min(bottom, y + 1) - Math.max(top, y);
            for (int x = (int) left; x < Math.min(width, (int) Math.ceil(right)); x++) {
                double share = high * (Math.min(right, x + 1) - Math.max(left, x));
                int pixel = at(x, y);
                double opaque = share * alpha(pixel);
                whole += share;
                alpha += opaque;
                red += opaque * (pixel >> 16 & 0xff);
                green += opaque * (pixel >> 8 & 0xff);
                blue += opaque * (pixel & 0xff);
            }
        }
        if (alpha == 0) {
            return 0;
        }
        return (int) Math.round(alpha / whole) << 24
                | (int) Math.round(red / alpha) << 16
                | (int) Math.round(green / alpha) << 8
                | (int) Math.round(blue / alpha);
    }

    /** This one laid over another, its middle on the other's middle. */
    Raster centredOn(Raster ground) {
        var pixels = ground.argb.clone();
        int left = (ground.width - width) / 2;
        int top = (ground.height - height) / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int to = (top + y) * ground.width + left + x;
                pixels[to] = over(at(x, y), pixels[to]);
            }
        }
        return new Raster(ground.width, ground.height, pixels);
    }

    /** A plate with round corners; the edge is smooth. */
    static Raster plate(int width, int height, int radius, int colour) {
        var pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = Math.max(0, Math.abs(x + 0.5 - width / 2.0) - (width / 2.0 - radius));
                double dy = Math.max(0, Math.abs(y + 0.5 - height / 2.0) - (height / 2.0 - radius));
                double inside = Math.clamp(radius - Math.hypot(dx, dy) + 0.5, 0, 1);
                pixels[y * width + x] = (int) Math.round(255 * inside) << 24 | (colour & 0xffffff);
            }
        }
        return new Raster(width, height, pixels);
    }

    /** The share of what can be seen that would be lost on the ground. */
    double lostOn(Rgb ground, double least) {
        long seen = 0;
        long lost = 0;
        for (int pixel : argb) {
            if (alpha(pixel) >= 128) {
                seen++;
                var colour = new Rgb(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff);
                if (colour.contrast(ground) < least) {
                    lost++;
                }
            }
        }
        return seen == 0 ? 0 : (double) lost / seen;
    }

    byte[] png() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this Java writes no PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static int alpha(int pixel) {
        return pixel >>> 24;
    }

    private static int over(int top, int ground) {
        double a = alpha(top) / 255.0;
        double b = alpha(ground) / 255.0 * (1 - a);
        double whole = a + b;
        if (whole == 0) {
            return 0;
        }
        int mixed = (int) Math.round(whole * 255) << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            mixed |= (int) Math.round(((top >> shift & 0xff) * a + (ground >> shift & 0xff) * b) / whole) << shift;
        }
        return mixed;
    }
}
