package org.pavilion.server.live.desk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.live.view.DutyView;

/**
 * What moderators have in hand. A claim holds for a minute and only says so: the decision itself is a
 * compare-and-set, so a claim that is lost with the process loses nothing.
 */
final class Claims {
    static final Duration HOLDS = Duration.ofSeconds(60);

    private static final int MOST = 500;

    private final Map<Ref, Map<String, Held>> rooms = new HashMap<>();
    private final InstantSource clock;

    Claims(InstantSource clock) {
        this.clock = clock;
    }

    private record Held(Ref by, String name, long untilMs) {}

    /** Takes an item for a minute; {@code claim.taken} (409) names who has it. */
    synchronized void take(Ref room, String item, Ref by, String name) {
        var items = held(room);
        var there = items.get(item);
        if (there != null && !there.by().equals(by)) {
            throw new Problem("claim.taken", 409, there.name() + " has this in hand");
        }
        if (items.size() >= MOST) {
            throw new Problem("claim.too-many", 409, "Too many items are in hand");
        }
        items.put(item, new Held(by, name, clock.millis() + HOLDS.toMillis()));
    }

    synchronized boolean release(Ref room, String item, Ref by) {
        var items = held(room);
        var there = items.get(item);
        boolean own = there != null && there.by().equals(by);
        if (own) {
            items.remove(item);
        }
        if (items.isEmpty()) {
            rooms.remove(room);
        }
        return own;
    }

    synchronized List<DutyView.Claim> of(Ref room, Ref reader) {
        var claims = new ArrayList<DutyView.Claim>();
        held(room)
                .forEach((item, held) -> claims.add(new DutyView.Claim(
                        item, held.name(), held.by().equals(reader), java.time.Instant.ofEpochMilli(held.untilMs()))));
        return claims;
    }

    private Map<String, Held> held(Ref room) {
        var items = rooms.computeIfAbsent(room, each -> new HashMap<>());
        items.values().removeIf(each -> each.untilMs() <= clock.millis());
        return items;
    }
}
