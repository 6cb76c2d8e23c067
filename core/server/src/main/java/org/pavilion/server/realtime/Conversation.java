package org.pavilion.server.realtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one client and the server say to each other: hello first, then topics and commands. Frames
 * come one after the other, on virtual threads. A client that breaks the rules is told so three
 * times and then shown the door.
 */
final class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final int PROTOCOL = 1;
    private static final int MOST_TOPICS = 32;
    private static final int WARNINGS = 3;
    private static final long HELLO_NS = TimeUnit.SECONDS.toNanos(5);
    private static final long RECHECK_NS = TimeUnit.SECONDS.toNanos(60);

    record Hello(int protocol, Map<String, String> resume) {}

    /** @param can what the caller may do in each resumed topic */
    record Greeting(
            String session,
            Map<String, Set<String>> can,
            Map<String, Subscribed> resumed,
            Map<String, Map<String, Object>> refused,
            Instant serverTime) {}

    record Subscribe(String topic, Optional<String> since) {}

    /** @param mode {@code replay} when everything after {@code since} follows, else {@code snapshot} */
    record Subscribed(String epoch, long rev, String mode, Set<String> can) {}

    record Unsubscribe(String topic) {}

    record Done() {}

    /** A conversation that only lacks the connection it is held on. */
    interface Opening {
        Conversation with(Connection connection);
    }

    private final Connection connection;
    private final Standing standing;
    private final Json json;
    private final Channels channels;
    private final Commands commands;
    private final Map<String, Listening> listenings = new ConcurrentHashMap<>(2);
    private final Trickle frames = new Trickle(System.nanoTime());
    private final long began = System.nanoTime();
    private long checked = began;
    private int warnings;
    private volatile boolean greeted;
    private volatile boolean ended;

    Conversation(Connection connection, Standing standing, Json json, Channels channels, Commands commands) {
        this.connection = connection;
        this.standing = standing;
        this.json = json;
        this.channels = channels;
        this.commands = commands;
    }

    /** Answers one frame. What it subscribes to begins after the answer. */
    void hear(String text) {
        @Nullable Number id = null;
        var begun = new ArrayList<Listening>(1);
        try {
            spend();
            var ask = Ask.read(json, text);
            id = ask.id();
            connection.send(Frames.ok(json, id, answer(ask, begun)));
        } catch (Problem e) {
            refuse(id, e);
        } catch (Exception e) {
            LOG.error("a socket's frame failed", e);
            refuse(id, new Problem("server.fault", 500, "Something went wrong on our side"));
        } finally {
            begun.forEach(connection.shard()::join);
        }
    }

    private void refuse(@Nullable Number id, Problem problem) {
        connection.send(Frames.error(json, id, problem));
        boolean rude = problem.code().startsWith("protocol.") || id == null;
        if (rude && ++warnings > WARNINGS) {
            connection.close(CloseCode.POLICY, problem.code());
        }
    }

    private void spend() {
        long wait = frames.take(System.nanoTime());
        if (wait > 0) {
            throw new Problem("rate.limited", 429, "Too many frames; slow down")
                    .retryAfter(TimeUnit.NANOSECONDS.toMillis(wait) + 1);
        }
    }

    private Object answer(Ask ask, List<Listening> begun) throws Exception {
        if (!greeted && !ask.name().equals("hello")) {
            throw new Problem("protocol.hello", 400, "Say hello first");
        }
        return switch (ask.name()) {
            case "hello" -> hello(json.convert(ask.body(), Hello.class), begun);
            case "subscribe" -> subscribe(json.convert(ask.body(), Subscribe.class), begun);
            case "unsubscribe" -> unsubscribe(json.convert(ask.body(), Unsubscribe.class));
            default -> commands.run(ask.name(), standing, ask.body());
        };
    }

    private Greeting hello(Hello hello, List<Listening> begun) {
        if (hello.protocol() != PROTOCOL) {
            throw new Problem("protocol.version", 400, "This server speaks protocol " + PROTOCOL);
        }
        greeted = true;
        var can = new LinkedHashMap<String, Set<String>>();
        var resumed = new LinkedHashMap<String, Subscribed>();
        var refused = new LinkedHashMap<String, Map<String, Object>>();
        hello.resume().forEach((topic, since) -> {
            try {
                var answer = subscribe(new Subscribe(topic, Optional.of(since)), begun);
                resumed.put(topic, answer);
                can.put(topic, answer.can());
            } catch (Problem e) {
                refused.put(topic, Frames.body(e));
            }
        });
        return new Greeting(UUID.randomUUID().toString(), can, resumed, refused, Instant.now());
    }

    private Subscribed subscribe(Subscribe wish, List<Listening> begun) {
        if (listenings.size() >= MOST_TOPICS) {
            throw new Problem("protocol.too-many-topics", 409, "At most " + MOST_TOPICS + " topics for one socket");
        }
        if (listenings.containsKey(wish.topic())) {
            throw new Problem("protocol.subscribed", 409, "This socket listens to that topic already");
        }
        var source = channels.sources().of(wish.topic());
        var can = source.admit(standing.peer().caller(), wish.topic());
        var channel = channels.enter(wish.topic(), source, kind());
        Channel.Start start;
        try {
            start = channel.start(wish.since().flatMap(Position::parse));
        } catch (RuntimeException e) {
            channels.leave(channel, kind());
            throw e;
        }
        var listening = new Listening(channel, connection, start.cursor());
        listenings.put(wish.topic(), listening);
        if (ended) {
            end();
        }
        begun.add(listening);
        return new Subscribed(start.head().epoch(), start.head().rev(), start.replay() ? "replay" : "snapshot", can);
    }

    private Done unsubscribe(Unsubscribe wish) {
        var listening = listenings.remove(wish.topic());
        if (listening != null) {
            leave(listening);
        }
        return new Done();
    }

    private void leave(Listening listening) {
        connection.shard().leave(listening);
        channels.leave(listening.channel(), kind());
    }

    /** They are counted as who they were at the door, in and out. */
    private Caller.Kind kind() {
        return standing.admitted().kind();
    }

    /** The topic is no more. */
    void ended(Listening listening) {
        listenings.remove(listening.channel().topic(), listening);
    }

    /** Once a second, on the fan-out thread. */
    void sweep(long now) {
        if (!greeted && now - began > HELLO_NS) {
            connection.close(CloseCode.POLICY, "no hello");
        }
        if (now - checked > RECHECK_NS) {
            checked = now;
            recheck();
        }
    }

    /** Asks, off this thread, whether the session still holds; the socket of one that does not ends. */
    void recheck() {
        if (standing.temporary()) {
            Thread.ofVirtual().name("session-check").start(() -> {
                if (!holds()) {
                    connection.close(CloseCode.POLICY, "session ended");
                }
            });
        }
    }

    /** Whether it is held with somebody of these. */
    boolean isOf(Predicate<Ref> whose) {
        return whose.test(standing.admitted().ref());
    }

    private boolean holds() {
        try {
            return standing.holds();
        } catch (Problem e) {
            return e.status() >= 500; // the store is away, which says nothing about the session
        }
    }

    /** The socket is gone. Also when it goes while a subscription is being made. */
    void end() {
        ended = true;
        for (var topic : List.copyOf(listenings.keySet())) {
            var listening = listenings.remove(topic);
            if (listening != null) {
                leave(listening);
            }
        }
    }
}
