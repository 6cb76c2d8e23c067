package org.pavilion.bench.fanout;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a client says to each server to listen to one room, and how a message is put into it. */
enum Dialect {
    /** Ours: the bench server takes the messages on a line of its own, as the house takes them from its log. */
    PAVILION("/ws", "pavilion.v1") {
        @Override
        List<String> join() {
            return List.of(
                    "[\"hello\",1,{\"protocol\":1}]", "[\"subscribe\",2,{\"topic\":\"" + FanoutServer.TOPIC + "\"}]");
        }
    },
    /** A server that sends what it gets to everybody. */
    ECHO("/", ""),
    SOCKETIO("/socket.io/?EIO=4&transport=websocket", "") {
        @Override
        List<String> join() {
            return List.of("40");
        }

        @Override
        String welcome() {
            return "40{"; // what is said before the room has answered closes the socket
        }

        @Override
        String message(String payload) {
            return "42[\"chat\"," + payload + "]";
        }
    },
    NCHAN("/room", "") {
        @Override
        String publishPath() {
            return "/publish";
        }
    },
    NATS("/", "") {
        @Override
        List<String> join() {
            return List.of("CONNECT {\"verbose\":false,\"pedantic\":false,\"protocol\":1}\r\nSUB room 1\r\n");
        }

        @Override
        List<String> greet() {
            return List.of("CONNECT {\"verbose\":false,\"pedantic\":false,\"protocol\":1}\r\n");
        }

        @Override
        String message(String payload) {
            return "PUB room " + payload.getBytes(StandardCharsets.UTF_8).length + "\r\n" + payload + "\r\n";
        }
    };

    private final String path;
    private final String protocol;

    Dialect(String path, String protocol) {
        this.path = path;
        this.protocol = protocol;
    }

    String path() {
        return path;
    }

    String publishPath() {
        return path;
    }

    /** What a listener says once the socket is open. */
    List<String> join() {
        return List.of();
    }

    /** What a publisher says once the socket is open. */
    List<String> greet() {
        return join();
    }

    /** What a publisher must hear before it says anything else; empty when it need not wait. */
    String welcome() {
        return "";
    }

    /** The frame that puts a JSON text into the room. */
    String message(String payload) {
        return payload;
    }

    /** The upgrade request. */
    byte[] handshake(String where, int port) {
        return ("GET " + where + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://127.0.0.1:" + port + "\r\n"
                        + (protocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + protocol + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static Dialect of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
