package org.pavilion.server.live.display;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A QR code (ISO/IEC 18004) of a short address: byte mode, error correction M, versions 1 to 10, which
 * is up to 213 bytes. Drawn as SVG, black on white with its quiet zone, so that a phone reads it off any
 * wall.
 */
final class QrCode {
    private static final int QUIET = 4;

    private final int size;
    private final boolean[][] dark;

    private QrCode(int size, boolean[][] dark) {
        this.size = size;
        this.dark = dark;
    }

    /** The code of the text in the smallest version that holds it; {@link IllegalArgumentException} when none does. */
    static QrCode of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var version = QrVersion.holding(bytes.length);
        var symbol = new QrSymbol(version, QrWords.of(version, bytes));
        return new QrCode(version.size(), symbol.best());
    }

    int size() {
        return size;
    }

    boolean dark(int x, int y) {
        return dark[y][x];
    }

    /** One path of dark runs over a white square; its box counts modules. */
    String svg() {
        int box = size + 2 * QUIET;
        var path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            int x = 0;
            while (x < size) {
                int from = x;
                while (x < size && dark[y][x]) {
                    x++;
                }
                if (x > from) {
                    path.append(String.format(
                            Locale.ROOT, "M%d %dh%dv1h-%dz", from + QUIET, y + QUIET, x - from, x - from));
                }
                x++;
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + box + " " + box
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + box + "v" + box
                + "H0z\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }
}
