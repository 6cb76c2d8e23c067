package org.pavilion.bench.fanout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pavilion.api.Caller;
import org.pavilion.server.boot.Server;
import org.pavilion.server.realtime.Position;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.realtime.TopicEvent;
import org.pavilion.server.realtime.TopicSource;
import org.pavilion.server.settings.ServerSettings;

/** Our server as it ships, without plugins, with one open topic that lines on a second port become messages of. */
final class FanoutServer implements TopicSource {
    static final String TOPIC = "bench:room";
    static final String EPOCH = "bench";

    /** What a room keeps in its table; a benchmark of sending wants no database beside it. */
    private final List<TopicEvent> log = new ArrayList<>();

    private FanoutServer() {}

    public static void main(String[] words) throws Exception {
        try (var server = Server.start(ServerSettings.local(Path.of(words[0])));
                var lines = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
            var room = new FanoutServer();
            server.realtime().serve(TOPIC, room);
            System.out.println("publish " + lines.getLocalPort());
            System.out.println("port " + server.port());
            while (true) {
                var line = lines.accept();
                Thread.ofVirtual().start(() -> room.feed(line, server.realtime()));
            }
        }
    }

    private void feed(Socket line, Realtime realtime) {
        var topic = realtime.topic(TOPIC);
        try (line;
                var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8))) {
            for (var text = in.readLine(); text != null; text = in.readLine()) {
                topic.publish(append(text), "bench.message", text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized long append(String text) {
        long rev = log.size() + 1L;
        log.add(new TopicEvent(rev, "bench.message", text));
        return rev;
    }

    @Override
    public Set<String> admit(Caller caller, String topic) {
        return Set.of();
    }

    @Override
    public synchronized Position head(String topic) {
        return new Position(EPOCH, log.size());
    }

    @Override
    public synchronized List<TopicEvent> read(String topic, long afterRev, int limit) {
        return List.copyOf(log.subList((int) afterRev, (int) Math.min(log.size(), afterRev + limit)));
    }

    @Override
    public Map<String, String> state(String topic) {
        return Map.of();
    }
}
