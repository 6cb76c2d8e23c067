package org.pavilion.server.live.stream;

/**
 * An exact encoder for flat pictures, in the constrained baseline profile: macroblocks that continue
 * their left or upper neighbour are predicted, unchanged ones skipped, all others sent as they are.
 */
final class H264 {
    /** Constrained baseline, level 3.0. */
    static final String CODEC = "avc1.42C01E";

    private static final int MB = 16;
    private static final int FRAME_NUM_BITS = 4;
    private static final int I_PCM = 25;
    /** Intra types of a P slice come after its own five. */
    private static final int IN_P = 5;

    private static final int NONE = -1;

    private H264() {}

    static byte[] sequence(int width, int height, int framesASecond) {
        int wide = (width + MB - 1) / MB;
        int high = (height + MB - 1) / MB;
        var bits = new Bits().u(8, 66).u(8, 0xC0).u(8, 30).ue(0);
        bits.ue(FRAME_NUM_BITS - 4).ue(2).ue(1).bit(false);
        bits.ue(wide - 1).ue(high - 1).bit(true).bit(true);
        bits.bit(true).ue(0).ue((wide * MB - width) / 2).ue(0).ue((high * MB - height) / 2);
        // How to show it: BT.709, and frames come as they are shown.
        bits.bit(true).bit(false).bit(false);
        bits.bit(true).u(3, 5).bit(false).bit(true).u(8, 1).u(8, 1).u(8, 1);
        bits.bit(false);
        bits.bit(true).u(32, 1).u(32, 2L * framesASecond).bit(true);
        bits.bit(false).bit(false).bit(false);
        bits.bit(true).bit(true).ue(0).ue(0).ue(0).ue(0).ue(0).ue(1);
        return bits.unit(0x67);
    }

    static byte[] picture() {
        var bits = new Bits().ue(0).ue(0).bit(false).bit(false).ue(0).ue(0).ue(0);
        bits.bit(false).u(2, 0).se(0).se(0).se(0);
        // The filter at the edges of blocks is under the slices' control: they turn it off.
        return bits.bit(true).bit(false).bit(false).unit(0x68);
    }

    /** A picture that needs no other; two in a row differ in {@code id}. */
    static byte[] key(Planes picture, int id) {
        var bits = new Bits().ue(0).ue(7).ue(0).u(FRAME_NUM_BITS, 0).ue(id);
        bits.bit(false).bit(false).se(0).ue(1);
        new Slice(bits, picture, false).intra();
        return bits.unit(0x65);
    }

    /** A picture as the difference to the one before; {@code number} counts from the key. */
    static byte[] delta(Planes before, Planes picture, int number) {
        var bits = new Bits().ue(0).ue(5).ue(0).u(FRAME_NUM_BITS, number & (1 << FRAME_NUM_BITS) - 1);
        bits.bit(false).bit(false).bit(false).se(0).ue(1);
        new Slice(bits, picture, true).changes(before);
        return bits.unit(0x41);
    }

    /** The macroblocks of one picture. */
    private static final class Slice {
        private final Bits bits;
        private final Planes picture;
        private final int wide;
        private final int high;
        private final int typeOffset;
        /** Whether the macroblock was sent raw, which the neighbours' code lengths depend on. */
        private final boolean[] raw;

        Slice(Bits bits, Planes picture, boolean predicted) {
            this.bits = bits;
            this.picture = picture;
            this.wide = picture.width() / MB;
            this.high = picture.height() / MB;
            this.typeOffset = predicted ? IN_P : 0;
            this.raw = new boolean[wide * high];
        }

        void intra() {
            for (int at = 0; at < wide * high; at++) {
                block(at % wide, at / wide);
            }
        }

        void changes(Planes before) {
            int skipped = 0;
            for (int at = 0; at < wide * high; at++) {
                if (picture.sameBlock(before, at % wide, at / wide)) {
                    skipped++;
                } else {
                    bits.ue(skipped);
                    skipped = 0;
                    block(at % wide, at / wide);
                }
            }
            if (skipped > 0) {
                bits.ue(skipped);
            }
        }

        private void block(int x, int y) {
            int luma = lumaMode(x, y);
            int chroma = luma == NONE ? NONE : chromaMode(x, y);
            if (chroma == NONE) {
                pcm(x, y);
            } else {
                bits.ue(typeOffset + 1 + luma).ue(chroma).se(0);
                noCoefficients(x, y);
            }
        }

        /** 0 continues the row above, 1 the column on the left. */
        private int lumaMode(int x, int y) {
            if (y > 0 && continuesAbove(picture.y(), picture.width(), x * MB, y * MB, MB)) {
                return 0;
            }
            return x > 0 && continuesLeft(picture.y(), picture.width(), x * MB, y * MB, MB) ? 1 : NONE;
        }

        /** The other way round than luma: 1 continues the left, 2 the row above. */
        private int chromaMode(int x, int y) {
            int half = MB / 2;
            int stride = picture.width() / 2;
            if (x > 0
                    && continuesLeft(picture.cb(), stride, x * half, y * half, half)
                    && continuesLeft(picture.cr(), stride, x * half, y * half, half)) {
                return 1;
            }
            return y > 0
                            && continuesAbove(picture.cb(), stride, x * half, y * half, half)
                            && continuesAbove(picture.cr(), stride, x * half, y * half, half)
                    ? 2
                    : NONE;
        }

        private static boolean continuesLeft(byte[] plane, int stride, int x, int y, int size) {
            for (int row = y; row < y + size; row++) {
                byte left = plane[row * stride + x - 1];
                for (int column = x; column < x + size; column++) {
                    if (plane[row * stride + column] != left) {
                        return false;
                    }
                }
            }
            return true;
        }

        private static boolean continuesAbove(byte[] plane, int stride, int x, int y, int size) {
            for (int column = x; column < x + size; column++) {
                byte above = plane[(y - 1) * stride + column];
                for (int row = y; row < y + size; row++) {
                    if (plane[row * stride + column] != above) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** The code for "nothing follows"; it is longer beside raw blocks. */
        private void noCoefficients(int x, int y) {
            int left = x > 0 && raw[y * wide + x - 1] ? 16 : 0;
            int above = y > 0 && raw[(y - 1) * wide + x] ? 16 : 0;
            int near = x > 0 && y > 0 ? (left + above + 1) / 2 : left + above;
            if (near >= 8) {
                bits.u(6, 3);
            } else {
                bits.bit(true);
            }
        }

        private void pcm(int x, int y) {
            raw[y * wide + x] = true;
            bits.ue(typeOffset + I_PCM).align();
            samples(picture.y(), picture.width(), x * MB, y * MB, MB);
            samples(picture.cb(), picture.width() / 2, x * MB / 2, y * MB / 2, MB / 2);
            samples(picture.cr(), picture.width() / 2, x * MB / 2, y * MB / 2, MB / 2);
        }

        private void samples(byte[] plane, int stride, int x, int y, int size) {
            for (int row = y; row < y + size; row++) {
                for (int column = x; column < x + size; column++) {
                    bits.raw(plane[row * stride + column]);
                }
            }
        }
    }
}
