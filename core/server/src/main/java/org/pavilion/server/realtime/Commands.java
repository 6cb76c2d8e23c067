package org.pavilion.server.realtime;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.Actors;

/** What clients may ask for, decided by the same rights and counted by the same limits as routes. */
final class Commands {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9.-]*");

    private final Map<String, Registered<?>> commands = new ConcurrentHashMap<>();
    private final Identity identity;
    private final Json json;

    Commands(Identity identity, Json json) {
        this.identity = identity;
        this.json = json;
    }

    private record Registered<T extends Record>(
            Class<T> takes, CommandRight right, Function<T, Optional<Ref>> object, Command<T> command) {
        Object run(Identity identity, Json json, Peer peer, Object body) throws Exception {
            var asked = json.convert(body, takes);
            var scope = object.apply(asked).map(identity::scope).orElse(Scope.EXPO);
            identity.require(peer.caller(), right.needs(), scope);
            return command.run(peer, asked);
        }
    }

    <T extends Record> void add(
            String name, Class<T> takes, CommandRight right, Function<T, Optional<Ref>> object, Command<T> command) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a command is written prefix.action, not " + name);
        }
        if (commands.putIfAbsent(name, new Registered<>(takes, right, object, command)) != null) {
            throw new IllegalStateException("command " + name + " exists already");
        }
    }

    Map<String, CommandRight> rights() {
        var all = new TreeMap<String, CommandRight>();
        commands.forEach((name, registered) -> all.put(name, registered.right()));
        return all;
    }

    Object run(String name, Standing standing, Object body) throws Exception {
        var registered = commands.get(name);
        if (registered == null) {
            throw new Problem("protocol.unknown-command", 404, "There is no such command");
        }
        var peer = standing.peer();
        identity.rates().request(peer.caller(), peer.address());
        identity.requireSomewhere(peer.caller(), registered.right().needs());
        if (standing.anonymous()) {
            throw new Problem(
                    "socket.guest", 409, "Make this browser known first: POST /api/guest, then connect again");
        }
        return Actors.as(peer.caller().ref(), () -> registered.run(identity, json, peer, body));
    }
}
