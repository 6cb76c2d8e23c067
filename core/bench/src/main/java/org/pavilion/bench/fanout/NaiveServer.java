package org.pavilion.bench.fanout;

import io.javalin.Javalin;
import io.javalin.websocket.WsContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What one writes first with Javalin: each message is sent to each session by a call of its own. */
final class NaiveServer {
    private NaiveServer() {}

    public static void main(String[] words) {
        Set<WsContext> sessions = ConcurrentHashMap.newKeySet();
        var app = Javalin.create(config -> config.routes.ws("/", ws -> {
            ws.onConnect(sessions::add);
            ws.onClose(sessions::remove);
            ws.onMessage(message -> {
                var text = message.message();
                sessions.forEach(session -> session.send(text));
            });
        }));
        System.out.println("port " + app.start("127.0.0.1", 0).port());
    }
}
