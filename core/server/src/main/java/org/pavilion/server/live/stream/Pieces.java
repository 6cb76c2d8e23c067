package org.pavilion.server.live.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Ref;

/** The SQL of renditions and their pieces. */
final class Pieces {
    private static final String COLUMNS =
            "n, name, file, size, at, init, place, sequence, shown_at, duration_ms, broken, breaks";
    private static final String HERE = " from live_piece where room = :room and site = :site and track = :track";

    /** Beyond this a piece's own clock and its arrival do not belong together any more. */
    private static final Duration LATEST = Duration.ofSeconds(20);

    /** Renditions of one picture are this close. */
    private static final Duration TOGETHER = Duration.ofSeconds(6);

    private Pieces() {}

    /** The last sign of an encoder. */
    record Sign(Ref room, String site, Instant at, long durationMs) {}

    /** The newest piece of each site in rooms that are not over. */
    static List<Sign> recent(Handle handle) {
        return handle.createQuery("""
                        select p.room, p.site, max(p.at) as at, max(p.duration_ms) as duration_ms from live_piece p
                        join live_room r on r.id = p.room and r.phase not in ('afterglow', 'replay', 'archived')
                        where p.place is not null group by p.room, p.site""").mapTo(Sign.class).list();
    }

    static List<TrackRow> tracks(Handle handle, Ref room, String site) {
        return handle.createQuery("""
                        select track, init, init_hash, bandwidth, resolution, codecs from live_track
                        where room = :room and site = :site order by bandwidth, track""")
                .bind("room", room)
                .bind("site", site)
                .mapTo(TrackRow.class)
                .list();
    }

    static void track(Handle handle, Track track) {
        bind(
                        handle.createUpdate("insert into live_track(room, site, track) values (:room, :site, :track)"
                                + " on conflict (room, site, track) do nothing"),
                        track)
                .execute();
    }

    static void init(Handle handle, Track track, String file, String hash) {
        bind(
                        handle.createUpdate("update live_track set init = :file, init_hash = :hash"
                                + " where room = :room and site = :site and track = :track"),
                        track)
                .bind("file", file)
                .bind("hash", hash)
                .execute();
    }

    static void says(Handle handle, Track track, PushedList.Rendition rendition) {
        bind(handle.createUpdate("""
                        update live_track set bandwidth = :bandwidth, resolution = :resolution, codecs = :codecs
                        where room = :room and site = :site and track = :track"""), track)
                .bind("bandwidth", rendition.bandwidth())
                .bind("resolution", rendition.resolution().orElse(null))
                .bind("codecs", rendition.codecs().orElse(null))
                .execute();
    }

    /** The piece of this name that no playlist named yet. */
    static Optional<PieceRow> waiting(Handle handle, Track track, String name) {
        return bind(
                        handle.createQuery("select " + COLUMNS + HERE
                                + " and name = :name and place is null order by n desc limit 1"),
                        track)
                .bind("name", name)
                .mapTo(PieceRow.class)
                .findOne();
    }

    static void insert(Handle handle, Track track, PieceRow piece) {
        bind(handle.createUpdate("""
                        insert into live_piece(room, site, track, n, name, file, size, at, init)
                        select :room, :site, :track, coalesce(max(n), 0) + 1, :name, :file, :size, :at, :init
                        from live_piece where room = :room and site = :site and track = :track"""), track)
                .bind("name", piece.name())
                .bind("file", piece.file())
                .bind("size", piece.size())
                .bind("at", piece.at())
                .bind("init", piece.init().orElse(null))
                .execute();
    }

    static void remove(Handle handle, Track track, long n) {
        bind(
                        handle.createUpdate(
                                "delete from live_piece where room = :room and site = :site and track = :track and n = :n"),
                        track)
                .bind("n", n)
                .execute();
    }

    static Optional<PieceRow> last(Handle handle, Track track) {
        return newest(handle, track, 1).stream().findFirst();
    }

    /** The newest listed pieces, the newest first. */
    static List<PieceRow> newest(Handle handle, Track track, int limit) {
        return bind(
                        handle.createQuery(
                                "select " + COLUMNS + HERE + " and place is not null order by place desc limit :limit"),
                        track)
                .bind("limit", limit)
                .mapTo(PieceRow.class)
                .list();
    }

    /** The newest listed pieces that began before then, the newest first. */
    static List<PieceRow> before(Handle handle, Track track, Instant before, int limit) {
        return bind(
                        handle.createQuery("select " + COLUMNS + HERE
                                + " and place is not null and shown_at < :before order by place desc limit :limit"),
                        track)
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(PieceRow.class)
                .list();
    }

    /** Every listed piece, in order. */
    static List<PieceRow> listed(Handle handle, Track track) {
        return bind(handle.createQuery("select " + COLUMNS + HERE + " and place is not null order by place"), track)
                .mapTo(PieceRow.class)
                .list();
    }

    static Optional<PieceRow> at(Handle handle, Track track, long place) {
        return bind(handle.createQuery("select " + COLUMNS + HERE + " and place = :place"), track)
                .bind("place", place)
                .mapTo(PieceRow.class)
                .findOne();
    }

    /** What is kept of a site. */
    record Kept(long bytes, long ms) {}

    static Kept kept(Handle handle, Ref room, String site) {
        return handle.createQuery("""
                        select coalesce(sum(bytes), 0) as bytes, coalesce(max(ms), 0) as ms from (
                            select sum(size) as bytes, sum(duration_ms) as ms from live_piece
                            where room = :room and site = :site group by track) tracks""")
                .bind("room", room)
                .bind("site", site)
                .mapTo(Kept.class)
                .one();
    }

    static boolean knows(Handle handle, Track track, String init) {
        return bind(
                                handle.createQuery("select count(*) from (select 1 as one from live_track"
                                        + " where room = :room and site = :site and track = :track and init = :init"
                                        + " union all select 1 as one" + HERE + " and init = :init) found"),
                                track)
                        .bind("init", init)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Lists what the encoder's playlist names and we have; returns the newest piece if there was any. */
    static Optional<PieceRow> list(Handle handle, Track track, List<PushedList.Entry> entries) {
        var waiting = new HashMap<String, PieceRow>();
        bind(handle.createQuery("select " + COLUMNS + HERE + " and place is null order by n"), track)
                .mapTo(PieceRow.class)
                .forEach(piece -> waiting.put(piece.name(), piece));
        var last = last(handle, track).orElse(null);
        PieceRow newest = null;
        for (var entry : entries) {
            var piece = waiting.remove(entry.name());
            if (piece != null) {
                last = list(handle, track, entry, piece, last);
                newest = last;
            }
        }
        return Optional.ofNullable(newest);
    }

    private static PieceRow list(
            Handle handle, Track track, PushedList.Entry entry, PieceRow piece, @Nullable PieceRow last) {
        var taken = piece.at().minusMillis(entry.durationMs());
        var before = last == null ? null : last.end();
        boolean goesOn = last != null
                && before != null
                && !entry.broken()
                && last.sequence().filter(n -> n + 1 == entry.sequence()).isPresent()
                && last.init().equals(piece.init())
                && Duration.between(before, taken).compareTo(LATEST) < 0;
        var shown = goesOn && before != null ? before : together(handle, track, entry, later(taken, before));
        var listed = new PieceRow(
                piece.n(),
                piece.name(),
                piece.file(),
                piece.size(),
                piece.at(),
                piece.init(),
                Optional.of(last == null ? 0 : last.place().orElseThrow() + 1),
                Optional.of(entry.sequence()),
                Optional.of(shown),
                entry.durationMs(),
                last != null && !goesOn,
                last == null ? 0 : last.breaks() + (goesOn ? 0 : 1));
        bind(handle.createUpdate("""
                        update live_piece set place = :place, sequence = :sequence, shown_at = :shown,
                            duration_ms = :duration, broken = :broken, breaks = :breaks
                        where room = :room and site = :site and track = :track and n = :n"""), track)
                .bind("place", listed.place().orElseThrow())
                .bind("sequence", entry.sequence())
                .bind("shown", shown)
                .bind("duration", entry.durationMs())
                .bind("broken", listed.broken() ? 1 : 0)
                .bind("breaks", listed.breaks())
                .bind("n", piece.n())
                .execute();
        return listed;
    }

    /** The clock of a recording never goes back. */
    private static Instant later(Instant taken, @Nullable Instant before) {
        return before == null || taken.isAfter(before) ? taken : before;
    }

    /** The same moment in another rendition has the same time, so that a viewer may change between them. */
    private static Instant together(Handle handle, Track track, PushedList.Entry entry, Instant taken) {
        return handle.createQuery("""
                        select shown_at from live_piece where room = :room and site = :site and track <> :track
                            and sequence = :sequence and shown_at > :from and shown_at < :to order by n desc limit 1""")
                .bind("room", track.room())
                .bind("site", track.site())
                .bind("track", track.name())
                .bind("sequence", entry.sequence())
                .bind("from", taken.minus(TOGETHER))
                .bind("to", taken.plus(TOGETHER))
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli)
                .orElse(taken);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Track track) {
        return statement.bind("room", track.room()).bind("site", track.site()).bind("track", track.name());
    }
}
