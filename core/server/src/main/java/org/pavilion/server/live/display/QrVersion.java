package org.pavilion.server.live.display;

/**
 * One size of QR code at error correction M.
 *
 * @param number 1 to 10
 * @param check words of error correction in each block
 * @param blocks how many blocks the words are dealt to
 * @param data words of data in all blocks together
 */
record QrVersion(int number, int check, int blocks, int data) {
    private static final int[][] LEVEL_M = {
        {10, 1, 16}, {16, 1, 28}, {26, 1, 44}, {18, 2, 64}, {24, 2, 86},
        {16, 4, 108}, {18, 4, 124}, {22, 4, 154}, {22, 5, 182}, {26, 5, 216}
    };

    /** From here on the number itself is written into the code. */
    private static final int NUMBERED = 7;

    private static final int LONG_COUNT = 10;
    private static final int MODE_BITS = 4;

    static QrVersion of(int number) {
        var row = LEVEL_M[number - 1];
        return new QrVersion(number, row[0], row[1], row[2]);
    }

    /** The smallest that holds so many bytes. */
    static QrVersion holding(int bytes) {
        for (int number = 1; number <= LEVEL_M.length; number++) {
            var version = of(number);
            if (MODE_BITS + version.countBits() + 8 * bytes <= 8 * version.data()) {
                return version;
            }
        }
        throw new IllegalArgumentException(bytes + " bytes do not fit into a QR code of version " + LEVEL_M.length);
    }

    int size() {
        return 17 + 4 * number;
    }

    int countBits() {
        return number < LONG_COUNT ? 8 : 16;
    }

    boolean numbered() {
        return number >= NUMBERED;
    }

    /** Words of data in the block; the later blocks may hold one more. */
    int inBlock(int block) {
        return data / blocks + (block >= blocks - data % blocks ? 1 : 0);
    }

    /** Centres of the alignment patterns, in both directions. */
    int[] centres() {
        if (number == 1) {
            return new int[0];
        }
        int last = size() - 7;
        return number < NUMBERED ? new int[] {6, last} : new int[] {6, (6 + last) / 2, last};
    }
}
