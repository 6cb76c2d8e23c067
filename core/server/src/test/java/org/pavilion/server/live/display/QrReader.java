package org.pavilion.server.live.display;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a QR code the way a phone does once it has found the square: format, mask, zigzag, blocks, text. */
final class QrReader {
    private final QrCode code;
    private final int size;
    private final QrVersion version;

    private QrReader(QrCode code) {
        this.code = code;
        this.size = code.size();
        this.version = QrVersion.of((size - 17) / 4);
    }

    static String read(QrCode code) {
        return new QrReader(code).text();
    }

    private String text() {
        var words = words(format() >>> 10 & 7);
        var data = new byte[version.data()];
        int at = 0;
        for (int block = 0; block < version.blocks(); block++) {
            var whole = block(words, block);
            for (int i = 0; i < version.check(); i++) {
                if (syndrome(whole, i) != 0) {
                    throw new AssertionError("block " + block + " has errors");
                }
            }
            System.arraycopy(whole, 0, data, at, version.inBlock(block));
            at += version.inBlock(block);
        }
        int length = version.countBits() == 8
                ? (data[0] & 15) << 4 | (data[1] & 0xFF) >>> 4
                : (data[0] & 15) << 12 | (data[1] & 0xFF) << 4 | (data[2] & 0xFF) >>> 4;
        int from = version.countBits() / 8;
        var text = new byte[length];
        for (int i = 0; i < length; i++) {
            text[i] = (byte) ((data[from + i] & 15) << 4 | (data[from + i + 1] & 0xFF) >>> 4);
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Both copies have to say the same. */
    private int format() {
        int first = 0;
        int second = 0;
        for (int i = 0; i < 15; i++) {
            int along = i < 6 ? i : i < 8 ? i + 1 : size - 15 + i;
            int across = i < 8 ? size - 1 - i : i == 8 ? 7 : 14 - i;
            first |= (code.dark(8, along) ? 1 : 0) << i;
            second |= (code.dark(across, 8) ? 1 : 0) << i;
        }
        if (first != second) {
            throw new AssertionError("the two formats differ");
        }
        return first ^ 0x5412;
    }

    private byte[] words(int mask) {
        var words = new byte[version.data() + version.blocks() * version.check()];
        int at = 0;
        for (int right = size - 1; right >= 1; right -= 2) {
            if (right == 6) {
                right = 5;
            }
            for (int i = 0; i < size; i++) {
                int y = ((right + 1) & 2) == 0 ? size - 1 - i : i;
                for (int x = right; x > right - 2; x--) {
                    if (!fixed(x, y) && at < words.length * 8) {
                        int bit = code.dark(x, y) ^ QrSymbol.flips(mask, x, y) ? 1 : 0;
                        words[at / 8] |= (byte) (bit << (7 - at % 8));
                        at++;
                    }
                }
            }
        }
        return words;
    }

    private boolean fixed(int x, int y) {
        boolean finder = (x < 9 && (y < 9 || y >= size - 8)) || (x >= size - 8 && y < 9);
        boolean number = version.numbered() && ((x < 6 && y >= size - 11) || (y < 6 && x >= size - 11));
        return finder || number || x == 6 || y == 6 || aligned(x, y);
    }

    private boolean aligned(int x, int y) {
        var centres = version.centres();
        return Arrays.stream(centres)
                .anyMatch(cx -> Arrays.stream(centres).anyMatch(cy -> {
                    boolean atFinder = (cx == 6 && (cy == 6 || cy == size - 7)) || (cx == size - 7 && cy == 6);
                    return !atFinder && Math.abs(cx - x) <= 2 && Math.abs(cy - y) <= 2;
                }));
    }

    private byte[] block(byte[] words, int block) {
        int shortest = version.data() / version.blocks();
        var whole = new byte[version.inBlock(block) + version.check()];
        for (int i = 0; i < version.inBlock(block); i++) {
            int longs = version.blocks() - (version.blocks() - version.data() % version.blocks());
            int at = i < shortest
                    ? i * version.blocks() + block
                    : shortest * version.blocks() + block - (version.blocks() - longs);
            whole[i] = words[at];
        }
        for (int i = 0; i < version.check(); i++) {
            whole[version.inBlock(block) + i] = words[version.data() + i * version.blocks() + block];
        }
        return whole;
    }

    private static int syndrome(byte[] whole, int power) {
        int root = 1;
        for (int i = 0; i < power; i++) {
            root = QrWords.times(root, 2);
        }
        int value = 0;
        for (byte each : whole) {
            value = QrWords.times(value, root) ^ (each & 0xFF);
        }
        return value;
    }
}
