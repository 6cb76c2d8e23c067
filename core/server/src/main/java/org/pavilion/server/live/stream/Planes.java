package org.pavilion.server.live.stream;

import java.util.Arrays;

/** One picture in BT.709 4:2:0, padded to whole macroblocks. */
final class Planes {
    private static final int MB = 16;

    private final int width;
    private final int height;
    private final byte[] y;
    private final byte[] cb;
    private final byte[] cr;

    /** Width and height in samples of luma, multiples of 16. */
    private Planes(int width, int height, byte[] y, byte[] cb, byte[] cr) {
        this.width = width;
        this.height = height;
        this.y = y;
        this.cb = cb;
        this.cr = cr;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] y() {
        return y;
    }

    byte[] cb() {
        return cb;
    }

    byte[] cr() {
        return cr;
    }

    /** A picture of packed RGB pixels; the padding repeats the last line. */
    static Planes of(int[] rgb, int width, int height) {
        int wide = (width + MB - 1) / MB * MB;
        int high = (height + MB - 1) / MB * MB;
        var planes =
                new Planes(wide, high, new byte[wide * high], new byte[wide * high / 4], new byte[wide * high / 4]);
        planes.draw(rgb, width, height, 0, 0, wide, high);
        return planes;
    }

    Planes copy() {
        return new Planes(width, height, y.clone(), cb.clone(), cr.clone());
    }

    /** Takes a part over from packed RGB pixels; bounds are even. */
    void draw(int[] rgb, int rgbWidth, int rgbHeight, int fromX, int fromY, int toX, int toY) {
        for (int py = fromY; py < toY; py += 2) {
            for (int px = fromX; px < toX; px += 2) {
                int r = 0;
                int g = 0;
                int b = 0;
                for (int k = 0; k < 4; k++) {
                    int x = px + (k & 1);
                    int yy = py + (k >> 1);
                    int c = rgb[Math.min(yy, rgbHeight - 1) * rgbWidth + Math.min(x, rgbWidth - 1)];
                    r += c >> 16 & 0xFF;
                    g += c >> 8 & 0xFF;
                    b += c & 0xFF;
                    y[yy * width + x] = luma(c >> 16 & 0xFF, c >> 8 & 0xFF, c & 0xFF);
                }
                int at = py / 2 * (width / 2) + px / 2;
                cb[at] = chroma(-0.1006 * r - 0.3386 * g + 0.4392 * b);
                cr[at] = chroma(0.4392 * r - 0.3989 * g - 0.0403 * b);
            }
        }
    }

    private static byte luma(int r, int g, int b) {
        return (byte) Math.round(16 + 0.1826 * r + 0.6142 * g + 0.0620 * b);
    }

    private static byte chroma(double sumOfFour) {
        return (byte) Math.round(128 + sumOfFour / 4);
    }

    /** Whether the macroblock is the same in both pictures. */
    boolean sameBlock(Planes other, int mbX, int mbY) {
        return same(y, other.y, width, mbX * MB, mbY * MB, MB)
                && same(cb, other.cb, width / 2, mbX * MB / 2, mbY * MB / 2, MB / 2)
                && same(cr, other.cr, width / 2, mbX * MB / 2, mbY * MB / 2, MB / 2);
    }

    private static boolean same(byte[] a, byte[] b, int stride, int x, int y, int size) {
        for (int row = y; row < y + size; row++) {
            int at = row * stride + x;
            if (!Arrays.equals(a, at, at + size, b, at, at + size)) {
                return false;
            }
        }
        return true;
    }
}
