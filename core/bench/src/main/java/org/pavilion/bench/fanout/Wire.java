package org.pavilion.bench.fanout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames of RFC 6455 as a client writes them; the mask is zero, which is legal and costs nothing. */
final class Wire {
    static final int TEXT = 1;
    static final int PONG = 10;

    private Wire() {}

    static byte[] text(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] frame(int opcode, byte[] payload) {
        int extra = payload.length < 126 ? 0 : 2;
        var frame = ByteBuffer.wrap(new byte[2 + extra + 4 + payload.length]);
        frame.put((byte) (0x80 | opcode));
        frame.put((byte) (0x80 | (extra == 0 ? payload.length : 126)));
        if (extra > 0) {
            frame.putShort((short) payload.length);
        }
        return frame.putInt(0).put(payload).array();
    }

    /** A message of about {@code bytes} bytes that carries its intended time of sending. */
    static String payload(long nanos, int bytes) {
        var head = "{\"t\":\"@@" + String.format("%016x", nanos) + "\",\"m\":\"";
        int filling = Math.max(0, bytes - head.length() - 2) / 3;
        return head + "展".repeat(filling) + "\"}";
    }
}
