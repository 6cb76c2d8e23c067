package org.pavilion.server.realtime;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.pavilion.server.json.Json;

/**
 * A WebSocket by hand: sends what no browser sends, reads slowly or never, and shows every frame it
 * got. Reading begins with {@link #listen}.
 */
public final class Wire implements AutoCloseable {
    static final int TEXT = 1;
    static final int BINARY = 2;

    /** How the server ended it; 1006 when it did not say. */
    static final String CLOSE = "close ";

    private static final Json JSON = new Json();
    private static final int NO_WORD = 1006;
    private static final int PATIENCE_S = 30;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final int status;
    private int asked;

    /** Asks for an upgrade with the headers besides the usual ones. */
    public Wire(int port, int receiveBuffer, String... headers) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        var request = new StringBuilder("GET /ws HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Extensions: permessage-deflate\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        var head = head();
        status = Integer.parseInt(head.substring(9, 12));
        Assertions.assertFalse(head.contains("deflate"), head);
    }

    /** A well-behaved client that has said hello and listens. */
    public static Wire open(int port, String... headers) throws IOException {
        return open(port, 0, headers);
    }

    /** @param receiveBuffer of the kernel in bytes, 0 for its own choice */
    static Wire open(int port, int receiveBuffer, String... headers) throws IOException {
        var all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Sec-WebSocket-Protocol: pavilion.v1";
        all[headers.length + 1] = "Origin: http://localhost:" + port;
        var wire = new Wire(port, receiveBuffer, all);
        Assertions.assertEquals(101, wire.status());
        wire.listen();
        wire.ask("hello", "{\"protocol\":1}");
        wire.expect("[\"ok\",1,");
        return wire;
    }

    private String head() throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException(text.toString());
            }
            text.append((char) next);
        }
        return text.toString();
    }

    /** Of the HTTP answer; 101 when it is a socket now. */
    public int status() {
        return status;
    }

    /** Collects what comes, on a thread of its own. */
    public void listen() {
        Thread.ofVirtual().start(() -> {
            try {
                for (var frame = read(); ; frame = read()) {
                    frames.add(frame);
                    if (frame.startsWith(CLOSE)) {
                        return;
                    }
                }
            } catch (IOException e) {
                frames.add(CLOSE + NO_WORD);
            }
        });
    }

    private String read() throws IOException {
        while (true) {
            int opcode = in.readUnsignedByte() & 0xf;
            long length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            var payload = in.readNBytes((int) length);
            if (opcode == TEXT) {
                return new String(payload, StandardCharsets.UTF_8);
            }
            if (opcode == 8) {
                return CLOSE + (payload.length < 2 ? 1005 : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff));
            }
            if (opcode == 9) {
                frame(10, true, payload);
            }
        }
    }

    /** Sends the next numbered request. */
    public int ask(String name, String body) {
        int id = ++asked;
        send("[\"" + name + "\"," + id + "," + body + "]");
        return id;
    }

    public void send(String text) {
        frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One frame, masked with zeroes. */
    synchronized void frame(int opcode, boolean last, byte[] payload) {
        try {
            var out = new java.io.ByteArrayOutputStream();
            out.write((last ? 0x80 : 0) | opcode);
            if (payload.length < 126) {
                out.write(0x80 | payload.length);
            } else {
                out.write(0x80 | 126);
                out.write(payload.length >> 8);
                out.write(payload.length);
            }
            out.writeBytes(new byte[4]);
            out.writeBytes(payload);
            socket.getOutputStream().write(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next frame. */
    public String next() {
        try {
            var frame = frames.poll(PATIENCE_S, TimeUnit.SECONDS);
            return frame == null ? Assertions.fail("nothing came") : frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A frame that is there already. */
    Optional<String> ready() {
        return Optional.ofNullable(frames.poll());
    }

    /** The next frame that begins so; others before it are passed over. */
    public String expect(String start) {
        for (var frame = next(); ; frame = next()) {
            if (frame.startsWith(start)) {
                return frame;
            }
            if (frame.startsWith(CLOSE)) {
                return Assertions.fail("waited for " + start + " but got " + frame);
            }
        }
    }

    /** Subscribes and returns the answer. */
    public String subscribe(String topic, String since) {
        int id = ask(
                "subscribe",
                "{\"topic\":\"" + topic + "\"" + (since.isEmpty() ? "" : ",\"since\":\"" + since + "\"") + "}");
        return expect("[\"ok\"," + id);
    }

    static Object[] parse(String frame) {
        return JSON.read(frame, Object[].class);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
