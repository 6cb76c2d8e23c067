package org.pavilion.server.live.display;

/** Draws the words of a QR code into its square: fixed patterns, the zigzag of data, and the best of eight masks. */
final class QrSymbol {
    private static final int MASKS = 8;
    private static final int FORMAT_KEY = 0x5412;
    private static final int FORMAT_CHECK = 0x537;
    private static final int VERSION_CHECK = 0x1F25;

    /** A finder pattern with the light modules before or after it. */
    private static final boolean[][] LOOKS_LIKE_FINDER = {
        {true, false, true, true, true, false, true, false, false, false, false},
        {false, false, false, false, true, false, true, true, true, false, true}
    };

    private final QrVersion version;
    private final int size;
    private final boolean[][] dark;
    private final boolean[][] fixed;

    QrSymbol(QrVersion version, byte[] words) {
        this.version = version;
        size = version.size();
        dark = new boolean[size][size];
        fixed = new boolean[size][size];
        patterns();
        words(words);
    }

    /** The square under the mask that is easiest to read. */
    boolean[][] best() {
        var best = masked(0);
        int least = penalty(best);
        for (int mask = 1; mask < MASKS; mask++) {
            var other = masked(mask);
            int penalty = penalty(other);
            if (penalty < least) {
                best = other;
                least = penalty;
            }
        }
        return best;
    }

    private void set(int x, int y, boolean value) {
        dark[y][x] = value;
        fixed[y][x] = true;
    }

    private void patterns() {
        for (int i = 0; i < size; i++) {
            set(6, i, i % 2 == 0);
            set(i, 6, i % 2 == 0);
        }
        finder(3, 3);
        finder(size - 4, 3);
        finder(3, size - 4);
        alignment();
        format(dark, 0, true);
        if (version.numbered()) {
            number();
        }
    }

    private void finder(int cx, int cy) {
        for (int dy = -4; dy <= 4; dy++) {
            for (int dx = -4; dx <= 4; dx++) {
                int x = cx + dx;
                int y = cy + dy;
                int ring = Math.max(Math.abs(dx), Math.abs(dy));
                if (x >= 0 && x < size && y >= 0 && y < size) {
                    set(x, y, ring != 2 && ring != 4);
                }
            }
        }
    }

    private void alignment() {
        var centres = version.centres();
        int last = centres.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j <= last; j++) {
                boolean corner = (i == 0 && j == 0) || (i == 0 && j == last) || (i == last && j == 0);
                if (!corner) {
                    square(centres[i], centres[j]);
                }
            }
        }
    }

    private void square(int cx, int cy) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) != 1);
            }
        }
    }

    /** Error correction M and the mask, twice; the dark module beside it. */
    private void format(boolean[][] into, int mask, boolean reserve) {
        int rest = mask;
        for (int i = 0; i < 10; i++) {
            rest = (rest << 1) ^ ((rest >>> 9) * FORMAT_CHECK);
        }
        int bits = (mask << 10 | rest) ^ FORMAT_KEY;
        for (int i = 0; i < 15; i++) {
            boolean bit = (bits >>> i & 1) != 0;
            int along = i < 6 ? i : i < 8 ? i + 1 : size - 15 + i;
            into[along][8] = bit;
            int across = i < 8 ? size - 1 - i : i == 8 ? 7 : 14 - i;
            into[8][across] = bit;
            if (reserve) {
                fixed[along][8] = true;
                fixed[8][across] = true;
            }
        }
        into[size - 8][8] = true;
        if (reserve) {
            fixed[size - 8][8] = true;
        }
    }

    private void number() {
        int rest = version.number();
        for (int i = 0; i < 12; i++) {
            rest = (rest << 1) ^ ((rest >>> 11) * VERSION_CHECK);
        }
        int bits = version.number() << 12 | rest;
        for (int i = 0; i < 18; i++) {
            boolean bit = (bits >>> i & 1) != 0;
            set(size - 11 + i % 3, i / 3, bit);
            set(i / 3, size - 11 + i % 3, bit);
        }
    }

    /** Two columns at a time from the right, up and down in turn, around what is fixed. */
    private void words(byte[] words) {
        int at = 0;
        for (int right = size - 1; right >= 1; right -= 2) {
            if (right == 6) {
                right = 5;
            }
            boolean upwards = ((right + 1) & 2) == 0;
            for (int i = 0; i < size; i++) {
                int y = upwards ? size - 1 - i : i;
                for (int x = right; x > right - 2; x--) {
                    if (!fixed[y][x] && at < words.length * 8) {
                        dark[y][x] = (words[at / 8] >>> (7 - at % 8) & 1) != 0;
                        at++;
                    }
                }
            }
        }
    }

    private boolean[][] masked(int mask) {
        var square = new boolean[size][size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                square[y][x] = dark[y][x] ^ (!fixed[y][x] && flips(mask, x, y));
            }
        }
        format(square, mask, false);
        return square;
    }

    static boolean flips(int mask, int x, int y) {
        return switch (mask) {
            case 0 -> (x + y) % 2 == 0;
            case 1 -> y % 2 == 0;
            case 2 -> x % 3 == 0;
            case 3 -> (x + y) % 3 == 0;
            case 4 -> (x / 3 + y / 2) % 2 == 0;
            case 5 -> x * y % 2 + x * y % 3 == 0;
            case 6 -> (x * y % 2 + x * y % 3) % 2 == 0;
            default -> ((x + y) % 2 + x * y % 3) % 2 == 0;
        };
    }

    /** How much a reader would be disturbed: long runs, blocks, false finders, too much of one colour. */
    private int penalty(boolean[][] square) {
        int penalty = 0;
        int count = 0;
        for (int a = 0; a < size; a++) {
            penalty += line(square, a, true) + line(square, a, false);
            for (int b = 0; b < size; b++) {
                count += square[a][b] ? 1 : 0;
                if (a + 1 < size && b + 1 < size && block(square, a, b)) {
                    penalty += 3;
                }
            }
        }
        return penalty + Math.abs(count * 20 - size * size * 10) / (size * size) * 10;
    }

    private static boolean block(boolean[][] square, int y, int x) {
        boolean colour = square[y][x];
        return square[y][x + 1] == colour && square[y + 1][x] == colour && square[y + 1][x + 1] == colour;
    }

    private int line(boolean[][] square, int at, boolean row) {
        int penalty = 0;
        int run = 0;
        boolean colour = false;
        for (int i = 0; i < size; i++) {
            boolean here = row ? square[at][i] : square[i][at];
            run = i > 0 && here == colour ? run + 1 : 1;
            colour = here;
            penalty += run == 5 ? 3 : run > 5 ? 1 : 0;
            penalty += finders(square, at, i, row) * 40;
        }
        return penalty;
    }

    private int finders(boolean[][] square, int at, int from, boolean row) {
        int found = 0;
        for (var pattern : LOOKS_LIKE_FINDER) {
            boolean fits = from + pattern.length <= size;
            for (int i = 0; fits && i < pattern.length; i++) {
                fits = (row ? square[at][from + i] : square[from + i][at]) == pattern[i];
            }
            found += fits ? 1 : 0;
        }
        return found;
    }
}
