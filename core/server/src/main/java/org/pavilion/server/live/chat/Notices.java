package org.pavilion.server.live.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Tasks;
import org.pavilion.server.live.room.Change;
import org.pavilion.server.live.room.Wording;
import org.pavilion.server.live.view.ChatDesk;
import org.pavilion.server.live.view.NoticeView;

/** What the host's team tells everybody in a room for a while; the newest is shown. */
final class Notices {
    /** The task that takes a notice away when its time is over; its argument is the room. */
    static final String END = "live-notice-end";

    private static final int LONGEST_MINUTES = 240;

    private final ChatTools tools;
    private final Tasks tasks;

    Notices(ChatTools tools, Tasks tasks) {
        this.tools = tools;
        this.tasks = tasks;
    }

    Optional<NoticeView> now(Handle handle, Ref room, Instant now) {
        return handle.createQuery("""
                        select id, text, at, show_until from live_notice
                        where room = :room and show_until > :now order by at desc, id desc limit 1""")
                .bind("room", room)
                .bind("now", now)
                .mapTo(NoticeView.class)
                .findOne();
    }

    NoticeView tell(Ref room, String raw, int minutes) {
        var text = Wording.message(raw);
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            throw Problem.invalid("/minutes", "1 to " + LONGEST_MINUTES);
        }
        var offered = tools.rooms().offered(room);
        var notice = tools.storage().write((handle, journal) -> {
            tools.rooms().locked(handle, journal, room, offered);
            var until = journal.now().plus(Duration.ofMinutes(minutes));
            var told = new NoticeView(journal.newId(), text, journal.now(), until);
            handle.execute(
                    "insert into live_notice(id, room, text, at, show_until) values (?, ?, ?, ?, ?)",
                    told.id(),
                    room.toString(),
                    text,
                    told.at().toEpochMilli(),
                    until.toEpochMilli());
            tasks.at(handle, END, until, room.toString());
            journal.append(new Change.NoticeShown(room, told.id()));
            return told;
        });
        changed(room);
        return notice;
    }

    void withdraw(Ref room, String id) {
        tools.storage().write((handle, journal) -> {
            tools.rooms().changing(handle, tools.rooms().stored(handle, room));
            int ended = handle.execute(
                    "update live_notice set show_until = ? where id = ? and room = ? and show_until > ?",
                    journal.now().toEpochMilli(),
                    id,
                    room.toString(),
                    journal.now().toEpochMilli());
            if (ended > 0) {
                journal.append(new Change.NoticeEnded(room, id));
            }
            return ended;
        });
        changed(room);
    }

    /** Tells those who listen what is shown now. */
    void changed(Ref room) {
        var now = tools.storage().read(handle -> new ChatDesk.Notice(now(handle, room, Instant.now())));
        tools.feed().state(room, "notice", tools.json().text(now));
        tools.desk(room);
    }
}
