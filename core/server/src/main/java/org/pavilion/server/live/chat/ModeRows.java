package org.pavilion.server.live.chat;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.JsonText;
import org.pavilion.api.Ref;

/** The SQL of how rooms talk. */
final class ModeRows {
    private final JsonText json;

    ModeRows(JsonText json) {
        this.json = json;
    }

    /** What is set, and until when lockdown lies over it. */
    record Standing(ChatModes modes, Optional<Instant> lockedUntil) {
        static final Standing NONE = new Standing(ChatModes.NONE, Optional.empty());

        boolean locked(Instant now) {
            return lockedUntil.filter(now::isBefore).isPresent();
        }
    }

    Standing get(Handle handle, Ref room) {
        return handle.createQuery("select modes, locked_until from live_mode where room = :room")
                .bind("room", room)
                .map((row, context) -> new Standing(
                        json.read(row.getString("modes"), ChatModes.class),
                        row.getObject("locked_until") == null
                                ? Optional.empty()
                                : Optional.of(Instant.ofEpochMilli(row.getLong("locked_until")))))
                .findOne()
                .orElse(Standing.NONE);
    }

    void set(Handle handle, Ref room, Standing standing) {
        handle.createUpdate("""
                        insert into live_mode(room, modes, locked_until) values (:room, :modes, :until)
                        on conflict (room) do update set modes = excluded.modes, locked_until = excluded.locked_until""")
                .bind("room", room)
                .bind("modes", json.text(standing.modes()))
                .bind("until", standing.lockedUntil().map(Instant::toEpochMilli).orElse(null))
                .execute();
    }
}
