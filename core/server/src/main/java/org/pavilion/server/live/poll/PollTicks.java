package org.pavilion.server.live.poll;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pavilion.api.JsonText;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.live.view.PollView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the ticks of a room say about its open polls. A thousand ballots mark the room once; the next
 * tick has it counted anew and goes on with what it knows, so that a tick itself waits for nothing.
 */
final class PollTicks {
    private static final Logger LOG = LoggerFactory.getLogger(PollTicks.class);

    private final Storage storage;
    private final JsonText json;
    private final PollRows rows;
    private final PollViews views;
    private final Map<Ref, String> known = new ConcurrentHashMap<>();
    private final Set<Ref> changed = ConcurrentHashMap.newKeySet();
    private final Set<Ref> counting = ConcurrentHashMap.newKeySet();

    PollTicks(Storage storage, JsonText json, PollRows rows, PollViews views) {
        this.storage = storage;
        this.json = json;
        this.rows = rows;
        this.views = views;
    }

    /** Turnout of the round that runs, and the tally of a poll whose results everybody may see at once. */
    record Running(int round, long n, Optional<PollView.Tally> tally) {}

    void changed(Ref room) {
        changed.add(room);
    }

    /** The counter {@code polls} as JSON; empty while there is none to tell. */
    Optional<String> of(Ref room) {
        if (changed.contains(room) && counting.add(room)) {
            changed.remove(room);
            Thread.ofVirtual().start(() -> count(room));
        }
        return Optional.ofNullable(known.get(room));
    }

    private void count(Ref room) {
        try {
            known.put(room, json.text(running(room)));
        } catch (RuntimeException e) {
            LOG.warn("the polls of {} could not be counted yet: {}", room, e.getMessage());
            changed.add(room);
        } finally {
            counting.remove(room);
        }
    }

    private Map<String, Running> running(Ref room) {
        return storage.read(handle -> {
            var all = new HashMap<String, Running>();
            for (var poll : rows.all(handle, room)) {
                if (poll.state().equals("open") || poll.state().equals("paused")) {
                    var spec = views.spec(poll);
                    all.put(
                            poll.id(),
                            new Running(
                                    poll.round(),
                                    rows.ballots(handle, poll.id(), poll.round()),
                                    spec.results() == PollSpec.Results.LIVE
                                            ? Optional.of(Tallies.of(spec, rows.cast(handle, poll.id(), poll.round())))
                                            : Optional.empty()));
                }
            }
            return all;
        });
    }
}
