package org.pavilion.server.live.display;

import java.io.ByteArrayOutputStream;

/** The words of a QR code: the data in byte mode, padded, with their error correction, dealt block by block. */
final class QrWords {
    private static final int BYTE_MODE = 4;
    private static final int[] PADDING = {0xEC, 0x11};

    /** The field polynomial of QR codes, x⁸ + x⁴ + x³ + x² + 1. */
    private static final int FIELD = 0x11D;

    private QrWords() {}

    static byte[] of(QrVersion version, byte[] text) {
        var data = data(version, text);
        var blocks = new byte[version.blocks()][];
        var checks = new byte[version.blocks()][];
        int at = 0;
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = java.util.Arrays.copyOfRange(data, at, at + version.inBlock(i));
            checks[i] = check(blocks[i], version.check());
            at += blocks[i].length;
        }
        var all = new ByteArrayOutputStream();
        deal(blocks, all);
        deal(checks, all);
        return all.toByteArray();
    }

    /** The first word of every block, then the second: a scratch hits each block a little. */
    private static void deal(byte[][] blocks, ByteArrayOutputStream all) {
        int longest = blocks[blocks.length - 1].length;
        for (int i = 0; i < longest; i++) {
            for (var block : blocks) {
                if (i < block.length) {
                    all.write(block[i]);
                }
            }
        }
    }

    /** Mode, length, text, an end of up to four zeros, then padding. */
    private static byte[] data(QrVersion version, byte[] text) {
        var bits = new Bits(version.data());
        bits.put(BYTE_MODE, 4);
        bits.put(text.length, version.countBits());
        for (byte each : text) {
            bits.put(each & 0xFF, 8);
        }
        bits.skip(Math.min(4, version.data() * 8 - bits.length));
        bits.skip((8 - bits.length % 8) % 8);
        for (int i = 0; bits.length < version.data() * 8; i++) {
            bits.put(PADDING[i % 2], 8);
        }
        return bits.bytes;
    }

    private static final class Bits {
        final byte[] bytes;
        int length;

        Bits(int size) {
            bytes = new byte[size];
        }

        void put(int value, int count) {
            for (int i = count - 1; i >= 0; i--, length++) {
                bytes[length / 8] |= (byte) (((value >>> i) & 1) << (7 - length % 8));
            }
        }

        void skip(int count) {
            length += count;
        }
    }

    /** Reed–Solomon: what remains of the data divided by the generator of that degree. */
    static byte[] check(byte[] data, int degree) {
        var generator = generator(degree);
        var rest = new int[degree];
        for (byte each : data) {
            int factor = (each & 0xFF) ^ rest[0];
            System.arraycopy(rest, 1, rest, 0, degree - 1);
            rest[degree - 1] = 0;
            for (int i = 0; i < degree; i++) {
                rest[i] ^= times(generator[i], factor);
            }
        }
        var check = new byte[degree];
        for (int i = 0; i < degree; i++) {
            check[i] = (byte) rest[i];
        }
        return check;
    }

    /** Coefficients of ∏ (x − 2ⁱ) below the leading one, highest first. */
    private static int[] generator(int degree) {
        var terms = new int[degree];
        terms[degree - 1] = 1;
        int root = 1;
        for (int i = 0; i < degree; i++) {
            for (int j = 0; j < degree; j++) {
                terms[j] = times(terms[j], root) ^ (j + 1 < degree ? terms[j + 1] : 0);
            }
            root = times(root, 2);
        }
        return terms;
    }

    static int times(int a, int b) {
        int product = 0;
        for (int i = 7; i >= 0; i--) {
            product = (product << 1) ^ ((product >>> 7) * FIELD);
            product ^= ((b >>> i) & 1) * a;
        }
        return product;
    }
}
