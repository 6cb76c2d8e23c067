package org.pavilion.bench.fanout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One guest with a browser of its own in the room of {@link VoteServer}. */
final class Voter implements WebSocket.Listener {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ANSWER = 9;

    private final Pattern tally;
    private final StringBuilder frame = new StringBuilder();
    private final AtomicInteger ticks = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger(ANSWER);
    private final CompletableFuture<WebSocket> line = new CompletableFuture<>();
    private volatile CompletableFuture<Boolean> answer = new CompletableFuture<>();
    private volatile int votes;

    private Voter(String question) {
        tally = Pattern.compile("\"" + Pattern.quote(question) + "\":(\\d+)");
    }

    /** Opens the socket and listens to the room. */
    static Voter open(HttpClient client, int port, String question) {
        var voter = new Voter(question);
        var id = new byte[32];
        RANDOM.nextBytes(id);
        var socket = client.newWebSocketBuilder()
                .subprotocols("pavilion.v1")
                .header("Origin", "http://127.0.0.1:" + port)
                .header(
                        "Cookie",
                        "pav-guest=" + Base64.getUrlEncoder().withoutPadding().encodeToString(id))
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws"), voter)
                .join();
        socket.sendText("[\"hello\",1,{\"protocol\":1,\"resume\":{}}]", true).join();
        socket.sendText("[\"subscribe\",2,{\"topic\":\"room:" + VoteServer.ROOM + "\"}]", true)
                .join();
        voter.line.complete(socket);
        return voter;
    }

    /** Votes; true once the server says that it counts, false when the line broke before. */
    CompletableFuture<Boolean> vote(String question) {
        var said = new CompletableFuture<Boolean>();
        answer = said;
        line.join()
                .sendText(
                        "[\"question.vote\"," + asked.incrementAndGet() + ",{\"room\":\"" + VoteServer.ROOM
                                + "\",\"id\":\"" + question + "\",\"on\":true}]",
                        true)
                .exceptionally(broken -> {
                    said.complete(false);
                    return null;
                });
        return said;
    }

    /** Frames of counters so far. */
    int ticks() {
        return ticks.get();
    }

    /** What the last of them said of the question. */
    int votes() {
        return votes;
    }

    void leave() {
        line.join().abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            hear(frame.toString());
            frame.setLength(0);
        }
        socket.request(1);
        return CompletableFuture.completedStage(data);
    }

    private void hear(String text) {
        if (text.startsWith("[\"live.tick\"")) {
            ticks.incrementAndGet();
            var counted = tally.matcher(text);
            if (counted.find()) {
                votes = Integer.parseInt(counted.group(1));
            }
        } else if (text.startsWith("[\"ok\"," + asked.get() + ",")) {
            answer.complete(true);
        } else if (text.startsWith("[\"error\"," + asked.get() + ",")) {
            answer.completeExceptionally(new IllegalStateException(text));
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        answer.complete(false);
        return CompletableFuture.completedStage(reason);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        answer.complete(false);
    }
}
