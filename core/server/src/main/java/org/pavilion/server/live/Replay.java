package org.pavilion.server.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.server.live.chat.Chat;
import org.pavilion.server.live.chat.Danmaku;
import org.pavilion.server.live.chat.DanmakuSampler;
import org.pavilion.server.live.chat.DanmakuSampler.Past;
import org.pavilion.server.live.chat.DanmakuSampler.Said;
import org.pavilion.server.live.room.Clockwork;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Segments;
import org.pavilion.server.live.view.ReplayBucket;
import org.pavilion.server.live.view.ReplayBucket.Aligned;
import org.pavilion.server.live.view.ReplayBucket.Flight;

/**
 * What happened, by media time, in buckets of ten seconds. Made from the present state of moderation:
 * what was removed later is not there, and the danmaku is chosen again among what is left.
 */
final class Replay {
    private static final long BUCKET_MS = 10_000;
    private static final long MINUTE_MS = 60_000;

    /** The sampler looks back so far, so a bucket need not know all before it. */
    private static final long RUN_UP_MS = 5_000;

    private final Storage storage;
    private final RoomStore rooms;
    private final Chat chat;
    private final Reactions reactions;

    Replay(Storage storage, RoomStore rooms, Chat chat, Reactions reactions) {
        this.storage = storage;
        this.rooms = rooms;
        this.chat = chat;
        this.reactions = reactions;
    }

    ReplayBucket bucket(Ref room, int number) {
        return storage.read(handle -> {
            var row = rooms.require(handle, room);
            var segments = Segments.of(handle, room);
            var now = Clockwork.talks(row.phaseNow()) ? Instant.now() : row.phaseAt();
            int last = (int) Math.max(0, (segments.length(now) - 1) / BUCKET_MS);
            if (number < 0 || number > last) {
                throw Problem.notFound("this part of the replay");
            }
            long from = number * BUCKET_MS;
            long to = from + BUCKET_MS;
            var said = said(handle, room, segments, Math.max(0, from - RUN_UP_MS), to, now);
            return new ReplayBucket(
                    number,
                    last,
                    said.stream().filter(each -> each.mediaMs() >= from).toList(),
                    reactions(handle, room, segments, from, to, now),
                    danmaku(said, from));
        });
    }

    private List<Aligned> said(Handle handle, Ref room, Segments segments, long from, long to, Instant now) {
        var said = new ArrayList<Aligned>();
        for (var span : segments.instants(from, to, now)) {
            for (var message : chat.rows().between(handle, room, span.from(), span.to())) {
                segments.mediaTime(message.at()).ifPresent(at -> said.add(new Aligned(at, chat.view(message))));
            }
        }
        said.sort(Comparator.comparingLong(Aligned::mediaMs)
                .thenComparingLong(each -> each.message().rev()));
        return said;
    }

    /** The sampler of the live room over the same ticks. */
    private static List<Flight> danmaku(List<Aligned> said, long from) {
        var ticks = new TreeMap<Long, List<Said>>();
        said.stream()
                .filter(each -> each.message().lane().isPresent())
                .forEach(each -> ticks.computeIfAbsent(
                                each.mediaMs() / DanmakuSampler.TICK_MS, tick -> new ArrayList<>())
                        .add(Danmaku.said(each.message())));
        var flights = new ArrayList<Flight>();
        var past = Past.NONE;
        for (var tick : ticks.entrySet()) {
            long at = tick.getKey() * DanmakuSampler.TICK_MS;
            var sample = DanmakuSampler.sample(past, tick.getValue(), at);
            past = sample.past();
            if (at >= from) {
                sample.items().forEach(item -> flights.add(new Flight(at, item)));
            }
        }
        return flights;
    }

    /** The part of each minute's sum that falls into the bucket. */
    private Map<String, Long> reactions(Handle handle, Ref room, Segments segments, long from, long to, Instant now) {
        var sums = new TreeMap<String, Long>();
        for (var span : segments.instants(from, to, now)) {
            reactions.minutes(handle, room, span.from(), span.to()).forEach((minute, kinds) -> {
                var begin = Instant.ofEpochMilli(minute * MINUTE_MS);
                kinds.forEach((kind, n) -> {
                    long share = share(n, begin, span.to()) - share(n, begin, span.from());
                    if (share > 0) {
                        sums.merge(kind, share, Long::sum);
                    }
                });
            });
        }
        return sums;
    }

    /** How many of a minute's {@code n} had come by then, if they came evenly. */
    private static long share(long n, Instant minute, Instant until) {
        long passed = Math.clamp(Duration.between(minute, until).toMillis(), 0, MINUTE_MS);
        return n * passed / MINUTE_MS;
    }
}
