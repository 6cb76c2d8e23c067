package org.pavilion.server.live.room;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Ref;

/** The SQL of where rooms get their pictures from. */
public final class Sites {
    private static final String COLUMNS = "room, site, kind, label_zh, label_en, address, key_hash, key_end, key_at";

    private Sites() {}

    /** The main site, then the second if there is one. */
    public static List<SiteRow> of(Handle handle, RoomRow room, KeptSpec spec) {
        var rows = handle.createQuery("select " + COLUMNS + " from live_site where room = :room order by site")
                .bind("room", room.id())
                .mapTo(SiteRow.class)
                .list();
        var all = new ArrayList<SiteRow>();
        if (rows.stream().noneMatch(row -> row.site().equals(SiteRow.MAIN))) {
            all.add(standard(room.id(), spec));
        }
        all.addAll(rows);
        return all;
    }

    /** What the spec of the room says. */
    private static SiteRow standard(Ref room, KeptSpec spec) {
        var kind = spec.testCard() ? SiteRow.CARD : spec.hls().isPresent() ? SiteRow.ELSEWHERE : SiteRow.NONE;
        return SiteRow.of(room, SiteRow.MAIN, kind, spec.hls());
    }

    public static Optional<SiteRow> find(Handle handle, Ref room, String site) {
        return handle.createQuery("select " + COLUMNS + " from live_site where room = :room and site = :site")
                .bind("room", room)
                .bind("site", site)
                .mapTo(SiteRow.class)
                .findOne();
    }

    /** Whether anything may be seen in the room. */
    static boolean shows(Handle handle, RoomRow room, KeptSpec spec) {
        return of(handle, room, spec).stream().anyMatch(SiteRow::shows);
    }

    /** How far behind the room its viewers are. */
    static Duration latency(Handle handle, RoomRow room, KeptSpec spec) {
        return of(handle, room, spec).stream()
                .filter(SiteRow::shows)
                .findFirst()
                .map(SiteRow::latency)
                .orElse(Duration.ZERO);
    }

    /** Says what a site shows; its key stays. */
    public static void describe(
            Handle handle, Ref room, String site, String kind, String zh, String en, @Nullable String address) {
        handle.createUpdate("""
                        insert into live_site(room, site, kind, label_zh, label_en, address)
                        values (:room, :site, :kind, :zh, :en, :address)
                        on conflict (room, site) do update set kind = excluded.kind, label_zh = excluded.label_zh,
                            label_en = excluded.label_en, address = excluded.address""")
                .bind("room", room)
                .bind("site", site)
                .bind("kind", kind)
                .bind("zh", zh)
                .bind("en", en)
                .bind("address", address)
                .execute();
    }

    /** Gives a site another key, or none. */
    public static void key(
            Handle handle, Ref room, String site, @Nullable String hash, @Nullable String end, Instant at) {
        handle.createUpdate("update live_site set key_hash = :hash, key_end = :end, key_at = :at"
                        + " where room = :room and site = :site")
                .bind("hash", hash)
                .bind("end", end)
                .bind("at", hash == null ? null : at.toEpochMilli())
                .bind("room", room)
                .bind("site", site)
                .execute();
    }

    /** Scheme, host and port of every address elsewhere. */
    public static List<String> origins(Handle handle) {
        return handle
                .createQuery("select address from live_site where kind = 'elsewhere' and address is not null")
                .mapTo(String.class)
                .list()
                .stream()
                .map(Sites::origin)
                .toList();
    }

    static String origin(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
