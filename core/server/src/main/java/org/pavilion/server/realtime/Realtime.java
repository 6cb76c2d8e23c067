package org.pavilion.server.realtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.json.Json;
import org.pavilion.server.telemetry.Telemetry;

/** The house's one socket endpoint: features serve topics and commands here, pages subscribe. */
public final class Realtime implements AutoCloseable {
    public static final String PATH = "/ws";

    private static final long SPREAD_MS = 2_000;
    private static final Duration PARTING = Duration.ofSeconds(2);

    private final Identity identity;
    private final Json json;
    private final Meters meters;
    private final List<Shard> shards;
    private final Channels channels;
    private final Commands commands;
    private final Places places;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile @Nullable Door door;

    public Realtime(Identity identity, Json json, Telemetry telemetry) {
        this.identity = identity;
        this.json = json;
        this.meters = new Meters(telemetry);
        this.shards = IntStream.range(0, Math.max(1, Runtime.getRuntime().availableProcessors() / 2))
                .mapToObj(index -> new Shard(index, meters))
                .toList();
        this.channels = new Channels(new Sources(), shards.size(), meters);
        this.commands = new Commands(identity, json);
        this.places = new Places(identity.rates());
        telemetry.gauge("realtime_connections", places::taken);
        telemetry.gauge("realtime_topics", channels::size);
        telemetry.gauges(
                "realtime_topic_listeners",
                "topic",
                () -> channels.busiest(channel -> channel.listeners().get()));
        telemetry.gauges(
                "realtime_topic_events",
                "topic",
                () -> channels.busiest(channel -> channel.ring().head()));
        telemetry.gauges(
                "realtime_topic_deliveries",
                "topic",
                () -> channels.busiest(channel -> channel.delivered().sum()));
        identity.onRightsChange(whose -> shards.forEach(shard -> shard.each(connection -> connection.refresh(whose))));
        identity.onSessionEnd(() -> shards.forEach(shard -> shard.each(Connection::recheck)));
    }

    /**
     * The handler that answers upgrades at {@link #PATH} and leaves everything else to the one inside.
     *
     * @param address of the client, trusted proxies aside
     */
    public Handler.Wrapper handler(Server server, Function<Request, String> address) {
        var door = new Door(identity, address, places, meters, this::connection);
        this.door = door;
        var upgrades = new WebSocketUpgradeHandler(WebSocketServerComponents.ensureWebSocketComponents(server));
        upgrades.addMapping(PATH, door);
        upgrades.setHandler((Handler) null); // instead of its own, which answers everything with 404
        return upgrades;
    }

    private Connection connection(Standing standing, Runnable gone) {
        var shard = shards.get(Math.floorMod(turn.getAndIncrement(), shards.size()));
        return new Connection(
                shard, meters, connection -> new Conversation(connection, standing, json, channels, commands), gone);
    }

    /** Topics that begin with the prefix ({@code room:}), or the one of that name, are those of the source. */
    public void serve(String prefix, TopicSource source) {
        channels.sources().add(prefix, source);
    }

    /**
     * Opens a topic that lives in memory alone.
     *
     * @param topic its whole name
     * @param admission throws a {@link org.pavilion.api.Problem} for those who may not listen
     */
    public Broadcast broadcast(String topic, Consumer<Caller> admission) {
        var source = new MemorySource(topic, admission, channels);
        channels.sources().add(topic, source);
        return source;
    }

    /** Lets clients ask for {@code name} ({@code chat.send}). */
    public <T extends Record> void command(String name, Class<T> takes, Permission needs, Command<T> command) {
        commands.add(name, takes, new CommandRight(needs, false), body -> Optional.empty(), command);
    }

    /**
     * The same for a command about one object: the right is needed at the object alone.
     *
     * @param object whom a body is about
     */
    public <T extends Record> void command(
            String name, Class<T> takes, Permission needs, Function<T, Ref> object, Command<T> command) {
        commands.add(name, takes, new CommandRight(needs, true), body -> Optional.of(object.apply(body)), command);
    }

    /** What each command needs, by name. */
    public Map<String, CommandRight> commandRights() {
        return commands.rights();
    }

    /** The topic of that name, to tell its listeners something. */
    public Topic topic(String name) {
        return new Topic() {
            @Override
            public void publish(long rev, String event, String payload) {
                channels.publish(name, new TopicEvent(rev, event, payload));
            }

            @Override
            public void state(String key, String value) {
                channels.state(name, key, value);
            }

            @Override
            public int listeners() {
                return channels.listeners(name);
            }
        };
    }

    /** Connections that listen to the topic now, on this node. */
    public int connections(String topic) {
        return channels.listeners(topic);
    }

    /** The same, of callers of one kind. */
    public int connections(String topic, Caller.Kind kind) {
        return channels.listeners(topic, kind);
    }

    /** Sockets that are open now, on this node. */
    public int sockets() {
        return places.taken();
    }

    /** How many people have a page open now, on this node. */
    public int visitors() {
        return places.visitors();
    }

    /** Says goodbye to every page, so that they come back one after the other, and waits until it is heard. */
    public void drain() {
        var entrance = door;
        if (entrance != null) {
            entrance.close();
        }
        var bye = Frames.bye(SPREAD_MS / 10, SPREAD_MS + places.taken());
        shards.forEach(shard -> shard.each(connection -> {
            connection.send(bye);
            connection.close(CloseCode.CLOSING, "closing");
        }));
        places.awaitEmpty(PARTING);
    }

    @Override
    public void close() {
        channels.close();
        shards.forEach(Shard::close);
    }
}
