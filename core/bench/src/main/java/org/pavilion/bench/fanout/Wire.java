package org.pavilion.bench.fanout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames of RFC 6455 as a client writes them; the mask is zero, which is legal and costs nothing. */
final class Wire {
    static final int TEXT = 1;
    static final int PONG = 10;

    private Wire() {}

    static ByteBuffer text(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    static ByteBuffer frame(int opcode, byte[] payload) {
        var frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        }
        return frame.putInt(0).put(payload).flip();
    }

    /** A message of about {@code bytes} bytes that carries its intended time of sending. */
    static String payload(long nanos, int bytes) {
        var head = "{\"t\":\"@@" + String.format("%016x", nanos) + "\",\"m\":\"";
        int filling = Math.max(0, bytes - head.length() - 2) / 3;
        return head + "展".repeat(filling) + "\"}";
    }
}
