package org.pavilion.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** HTTP/1.1 by hand: sends what no well-behaved client sends, and reads the whole answer. */
final class Raw11 {
    private Raw11() {}

    /** An answer; header names in lower case. */
    record Answer(int status, Map<String, String> headers, String text, int bodyBytes) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    static Answer get(int port, String path, String... headers) throws IOException {
        return send(port, "GET", path, "", headers);
    }

    static Answer send(int port, String method, String path, String body, String... headers) throws IOException {
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        if (Arrays.stream(headers).noneMatch(h -> h.startsWith("Host:"))) {
            head.append("Host: localhost:").append(port).append("\r\n");
        }
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        if (!body.isEmpty() && Arrays.stream(headers).noneMatch(h -> h.startsWith("Transfer-Encoding"))) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        return raw(port, head.append("\r\n").append(body).toString());
    }

    static Answer raw(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    private static Answer read(InputStream in) throws IOException {
        var all = in.readAllBytes();
        var text = new String(all, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        var lines = text.substring(0, Math.max(end, 0)).split("\r\n", -1);
        var headers = new LinkedHashMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.merge(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip(),
                    (a, b) -> a + ", " + b);
        }
        var body = Arrays.copyOfRange(all, end + 4, all.length);
        var status = Integer.parseInt(lines[0].split(" ", -1)[1]);
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8), body.length);
    }
}
