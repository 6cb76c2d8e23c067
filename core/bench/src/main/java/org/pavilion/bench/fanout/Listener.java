package org.pavilion.bench.fanout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One socket that listens: follows the frames and finds the time stamps in them, whatever their dialect. */
final class Listener {
    private static final int MARK = 18;
    private static final int PING = 9;
    private static final int CLOSE = 8;

    private final SocketChannel channel;
    private final byte[] head = new byte[10];
    private final byte[] tail = new byte[MARK];
    private int headLength;
    private int tailLength;
    private long remaining;
    private int opcode;
    private boolean open;
    private boolean closed;
    private int matched;
    private int messages;

    /** Hears of each message with its intended time of sending. */
    interface Counter {
        void message(Listener listener, long sentNanos);
    }

    Listener(SocketChannel channel) {
        this.channel = channel;
    }

    SocketChannel channel() {
        return channel;
    }

    /** Whether the upgrade was answered. */
    boolean open() {
        return open;
    }

    int messages() {
        return messages;
    }

    boolean closed() {
        return closed;
    }

    /** Takes what the network brought. */
    void take(byte[] bytes, int length, Counter counter) throws IOException {
        int at = open ? 0 : upgrade(bytes, length);
        while (at < length) {
            if (remaining == 0) {
                at = header(bytes, at, length);
            } else {
                int part = (int) Math.min(remaining, length - at);
                if (opcode < CLOSE) {
                    scan(bytes, at, at + part, counter);
                }
                at += part;
                remaining -= part;
            }
        }
    }

    /** The head of the answer ends with an empty line; what follows are frames. */
    private int upgrade(byte[] bytes, int length) throws IOException {
        for (int at = 0; at < length; at++) {
            byte wanted = (byte) (matched % 2 == 0 ? '\r' : '\n');
            matched = bytes[at] == wanted ? matched + 1 : bytes[at] == '\r' ? 1 : 0;
            if (matched == 4) {
                open = true;
                return at + 1;
            }
        }
        return length;
    }

    private int header(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        while (at < length) {
            head[headLength++] = bytes[at++];
            if (headLength >= 2 && headLength == 2 + extra()) {
                opcode = head[0] & 15;
                remaining = size();
                headLength = 0;
                if (opcode == PING) {
                    channel.write(ByteBuffer.wrap(Wire.frame(Wire.PONG, new byte[0])));
                }
                closed |= opcode == CLOSE;
                break;
            }
        }
        return at;
    }

    private int extra() {
        int size = head[1] & 127;
        return size == 126 ? 2 : size == 127 ? 8 : 0;
    }

    private long size() {
        int size = head[1] & 127;
        if (size < 126) {
            return size;
        }
        long sum = 0;
        for (int i = 2; i < 2 + extra(); i++) {
            sum = (sum << 8) | (head[i] & 255);
        }
        return sum;
    }

    /** A mark may be cut by the end of a read: it goes on in the tail. */
    private void scan(byte[] bytes, int from, int to, Counter counter) {
        int at = from;
        while (at < to) {
            if (tailLength > 0) {
                byte next = bytes[at++];
                if (tailLength == 1 && next != '@') {
                    tailLength = 0;
                } else {
                    tail[tailLength++] = next;
                    if (tailLength == MARK) {
                        heard(counter, hex(tail, 2));
                        tailLength = 0;
                    }
                }
            } else if (bytes[at] == '@' && to - at >= MARK && bytes[at + 1] == '@') {
                heard(counter, hex(bytes, at + 2));
                at += MARK;
            } else {
                if (bytes[at] == '@') {
                    tail[0] = '@';
                    tailLength = 1;
                }
                at++;
            }
        }
    }

    private void heard(Counter counter, long sent) {
        messages++;
        counter.message(this, sent);
    }

    private static long hex(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + 16; i++) {
            value = (value << 4) | Character.digit(bytes[i], 16);
        }
        return value;
    }

    /** Writes all of it; the texts of a client are small. */
    void send(byte[] bytes) throws IOException {
        var frame = ByteBuffer.wrap(bytes);
        while (frame.hasRemaining()) {
            if (channel.write(frame) == 0) {
                Thread.onSpinWait();
            }
        }
    }
}
