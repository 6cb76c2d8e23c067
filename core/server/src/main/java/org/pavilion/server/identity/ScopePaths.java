package org.pavilion.server.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/**
 * Where objects stand, as their owners tell: each type knows what its objects stand in, and the path
 * is put together from there. A room stands in what it belongs to.
 */
final class ScopePaths {
    private static final String ROOM = "room";
    private static final int DEEPEST = 8;
    private static final int REMEMBERED = 20_000;
    private static final Duration FOR = Duration.ofSeconds(5);

    private final Map<String, Nesting> nestings = new ConcurrentHashMap<>();
    private final Cache<Ref, Scope> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(FOR).build();

    private record Nesting(String owner, Function<String, Optional<Ref>> container) {}

    void nest(String owner, String type, Function<String, Optional<Ref>> container) {
        if (type.equals(ROOM) || nestings.putIfAbsent(type, new Nesting(owner, container)) != null) {
            throw new Problem("plugin.clash", 409, "where objects of type " + type + " stand is told by another");
        }
        known.invalidateAll();
    }

    void withdraw(String owner) {
        if (nestings.values().removeIf(nesting -> nesting.owner().equals(owner))) {
            known.invalidateAll();
        }
    }

    Scope of(Ref object) {
        var remembered = known.getIfPresent(object);
        if (remembered != null) {
            return remembered;
        }
        var path = path(object);
        known.put(object, path);
        return path;
    }

    private Scope path(Ref object) {
        var way = new ArrayDeque<Ref>();
        var at = Optional.of(object);
        while (at.isPresent() && way.size() < DEEPEST && !way.contains(at.get())) {
            way.push(at.get());
            at = container(at.get());
        }
        var scope = Scope.EXPO;
        for (var step : way) {
            scope = scope.in(step.type(), step.id());
        }
        return scope;
    }

    private Optional<Ref> container(Ref object) {
        if (object.type().equals(ROOM)) {
            int dot = object.id().indexOf('.');
            return dot < 1
                    ? Optional.empty()
                    : Ref.find(object.id().substring(0, dot), object.id().substring(dot + 1));
        }
        var nesting = nestings.get(object.type());
        return nesting == null ? Optional.empty() : nesting.container().apply(object.id());
    }
}
