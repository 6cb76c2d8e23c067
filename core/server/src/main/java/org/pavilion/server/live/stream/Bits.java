package org.pavilion.server.live.stream;

import java.io.ByteArrayOutputStream;

/** Writes the bits of one H.264 unit, then its bytes with emulation prevention. */
final class Bits {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
    private int current;
    private int filled;

    Bits bit(boolean value) {
        current = current << 1 | (value ? 1 : 0);
        if (++filled == 8) {
            bytes.write(current);
            current = 0;
            filled = 0;
        }
        return this;
    }

    Bits u(int count, long value) {
        for (int i = count - 1; i >= 0; i--) {
            bit((value >>> i & 1) == 1);
        }
        return this;
    }

    /** Unsigned Exp-Golomb. */
    Bits ue(int value) {
        int length = 32 - Integer.numberOfLeadingZeros(value + 1);
        return u(length - 1, 0).u(length, value + 1);
    }

    /** Signed Exp-Golomb. */
    Bits se(int value) {
        return ue(value > 0 ? 2 * value - 1 : -2 * value);
    }

    Bits align() {
        while (filled != 0) {
            bit(false);
        }
        return this;
    }

    /** A whole byte; only where the writer is aligned. */
    Bits raw(int value) {
        bytes.write(value);
        return this;
    }

    /** The unit: header byte, payload, stop bit, and no start code inside. */
    byte[] unit(int header) {
        bit(true).align();
        var payload = bytes.toByteArray();
        var unit = new ByteArrayOutputStream(payload.length + 64);
        unit.write(header);
        int zeros = 0;
        for (byte each : payload) {
            if (zeros == 2 && (each & 0xFF) <= 3) {
                unit.write(3);
                zeros = 0;
            }
            unit.write(each);
            zeros = each == 0 ? zeros + 1 : 0;
        }
        return unit.toByteArray();
    }
}
