package org.pavilion.server.live.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;

/** The stretches of a stream and the media time of everything that happened while they ran. */
public record Segments(List<Segment> list) {
    public Segments {
        list = List.copyOf(list);
    }

    /** From {@code startedAt} on, media time runs from {@code offsetMs}; open while it runs. */
    public record Segment(
            Ref room, long n, Instant startedAt, Optional<Instant> endedAt, long offsetMs, long latencyMs) {
        /** Media time at which the stretch ended, or has come to. */
        long reached(Instant now) {
            return offsetMs + Duration.between(startedAt, endedAt.orElse(now)).toMillis();
        }
    }

    public static Segments of(Handle handle, Ref room) {
        return new Segments(
                handle.createQuery("""
                        select room, n, started_at, ended_at, offset_ms, latency_ms from live_segment
                        where room = :room order by n""").bind("room", room).mapTo(Segment.class).list());
    }

    public Optional<Segment> last() {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.getLast());
    }

    /** Media time of what happened at {@code at} in the room; empty when nothing was shown then. */
    public Optional<Long> mediaTime(Instant at) {
        for (var each : list) {
            var seen = at.minusMillis(each.latencyMs());
            if (!seen.isBefore(each.startedAt())
                    && each.endedAt().map(seen::isBefore).orElse(true)) {
                return Optional.of(each.offsetMs()
                        + Duration.between(each.startedAt(), seen).toMillis());
            }
        }
        return Optional.empty();
    }

    /** When a media time was shown first; for one that is still to come, when it will be. */
    public Instant instant(long mediaMs) {
        var shown = list.getFirst();
        for (var each : list) {
            if (each.offsetMs() <= mediaMs) {
                shown = each;
            }
        }
        return shown.startedAt().plusMillis(mediaMs - shown.offsetMs());
    }

    /** The instants in which media time {@code [fromMs, toMs)} was seen, as pairs of first and end. */
    public List<Span> instants(long fromMs, long toMs, Instant now) {
        return list.stream()
                .map(each -> {
                    long from = Math.max(fromMs, each.offsetMs());
                    long to = Math.min(toMs, each.reached(now));
                    var zero = each.startedAt().plusMillis(each.latencyMs()).minusMillis(each.offsetMs());
                    return new Span(zero.plusMillis(from), zero.plusMillis(to));
                })
                .filter(span -> span.from().isBefore(span.to()))
                .toList();
    }

    public record Span(Instant from, Instant to) {}

    /** Media time at the end of the last stretch. */
    public long length(Instant now) {
        return last().map(each -> each.reached(now)).orElse(0L);
    }

    public static void begin(Handle handle, Ref room, Instant at, Duration latency) {
        var before = of(handle, room);
        handle.execute(
                "insert into live_segment(room, n, started_at, offset_ms, latency_ms) values (?, ?, ?, ?, ?)",
                room.toString(),
                before.list().size(),
                at,
                before.length(at),
                latency.toMillis());
    }

    public static void end(Handle handle, Ref room, Instant at) {
        handle.execute("update live_segment set ended_at = ? where room = ? and ended_at is null", at, room.toString());
    }
}
