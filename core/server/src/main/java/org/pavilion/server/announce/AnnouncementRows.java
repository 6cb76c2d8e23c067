package org.pavilion.server.announce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.announce.Announcement.Draft;
import org.pavilion.server.announce.Announcement.State;

/** The SQL of announcements. */
final class AnnouncementRows {
    private static final String COLUMNS = "id, body, state, until_at, live_at, actor, version, changed_at";
    private static final int KEPT = 200;

    private final JsonText json;

    AnnouncementRows(JsonText json) {
        this.json = json;
    }

    /** The words of a row. */
    private record Body(Text text, Optional<String> link, boolean urgent) {}

    /** Live ones, then drafts, then what is over; newest first. */
    List<Announcement> all(Handle handle) {
        return handle.createQuery("select " + COLUMNS + " from announce_message"
                        + " order by case state when 'live' then 0 when 'draft' then 1 else 2 end, changed_at desc, id desc"
                        + " limit " + KEPT)
                .map((row, context) -> announcement(row))
                .list();
    }

    List<Announcement> live(Handle handle) {
        return all(handle).stream().filter(each -> each.state() == State.LIVE).toList();
    }

    Announcement get(Handle handle, String id) {
        return handle.createQuery("select " + COLUMNS + " from announce_message where id = :id")
                .bind("id", id)
                .map((row, context) -> announcement(row))
                .findOne()
                .orElseThrow(() -> Problem.notFound("this announcement"));
    }

    void insert(Handle handle, String id, Draft draft, Ref by, Instant now) {
        handle.createUpdate("""
                        insert into announce_message(id, body, state, until_at, actor, version, changed_at)
                        values (:id, :body, 'draft', :until, :actor, 1, :now)""")
                .bind("id", id)
                .bind("body", body(draft))
                .bind("until", millis(draft.until()))
                .bind("actor", by)
                .bind("now", now)
                .execute();
    }

    /** Guarded by the version that the writer saw. */
    void edit(Handle handle, Announcement seen, Draft draft, Ref by, Instant now) {
        guarded(handle.createUpdate("""
                        update announce_message set body = :body, until_at = :until, actor = :actor,
                            version = version + 1, changed_at = :now where id = :id and version = :version""")
                .bind("id", seen.id())
                .bind("version", seen.version())
                .bind("body", body(draft))
                .bind("until", millis(draft.until()))
                .bind("actor", by)
                .bind("now", now)
                .execute());
    }

    void move(Handle handle, Announcement seen, State to, Ref by, Instant now) {
        guarded(handle.createUpdate("""
                        update announce_message set state = :to, actor = :actor, version = version + 1,
                            live_at = case when :to = 'live' then :now else live_at end,
                            changed_at = :now where id = :id and version = :version""")
                .bind("id", seen.id())
                .bind("version", seen.version())
                .bind("to", to.name().toLowerCase(Locale.ROOT))
                .bind("actor", by)
                .bind("now", now)
                .execute());
    }

    private static void guarded(int changed) {
        if (changed == 0) {
            throw new Problem(
                    "announcement.version-conflict", 409, "Somebody else changed this announcement meanwhile");
        }
    }

    private String body(Draft draft) {
        return json.text(new Body(draft.text(), draft.link(), draft.urgent()));
    }

    private Announcement announcement(ResultSet row) throws SQLException {
        var body = json.read(row.getString("body"), Body.class);
        return new Announcement(
                row.getString("id"),
                body.text(),
                body.link(),
                body.urgent(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instant(row, "until_at"),
                instant(row, "live_at"),
                Ref.of(row.getString("actor")),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }
}
