package org.pavilion.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;

/**
 * Tells open pages that plugins came or went: server-sent events, one virtual thread each, which
 * costs no platform thread while it waits.
 */
final class Changes implements AutoCloseable {
    static final String PATH = "/api/ui/changes";

    private static final int MOST = 5_000;
    private static final int HEARTBEAT_S = 10;
    private static final long RETRY_MS = 30_000;
    private static final String END = "";

    private final Set<BlockingQueue<String>> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean closed;

    /** Sends the named event to every open page. A page that does not keep up loses older ones first. */
    void publish(String name, String data) {
        var message = "event: " + name + "\ndata: " + data + "\n\n";
        for (var queue : listeners) {
            if (!queue.offer(message)) {
                queue.poll();
                queue.offer(message);
            }
        }
    }

    void serve(Exchange x) throws IOException, InterruptedException {
        if (count.incrementAndGet() > MOST || closed) {
            count.decrementAndGet();
            throw new Problem("server.busy", 503, "Too many open pages; this one reloads by itself later")
                    .retryAfter(RETRY_MS);
        }
        BlockingQueue<String> queue = new LinkedBlockingQueue<>(8);
        listeners.add(queue);
        try {
            var response = x.context().res();
            response.setContentType("text/event-stream; charset=utf-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            if (!x.head()) {
                stream(response, queue);
            }
        } finally {
            listeners.remove(queue);
            count.decrementAndGet();
        }
    }

    private void stream(jakarta.servlet.http.HttpServletResponse response, BlockingQueue<String> queue)
            throws IOException, InterruptedException {
        var out = response.getOutputStream();
        out.write("retry: 3000\n\n".getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
        while (!closed) {
            @Nullable String message = queue.poll(HEARTBEAT_S, TimeUnit.SECONDS);
            if (END.equals(message)) {
                return;
            }
            out.write((message == null ? ": still here\n\n" : message).getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
        }
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public void close() {
        closed = true;
        for (var queue : listeners) {
            queue.clear();
            queue.offer(END);
        }
    }
}
