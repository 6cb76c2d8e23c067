package org.pavilion.server.notify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.api.Tasks;
import org.pavilion.api.Text;
import org.pavilion.server.realtime.Broadcast;
import org.pavilion.server.realtime.Realtime;

/**
 * What the organiser tells everybody: a draft, live until its end, then archived. Pages that are open
 * hear of it as the state {@code live} of the topic {@code announcements}.
 */
public final class Announcements {
    private static final String TASK = "announcement-ends";
    private static final String COLUMNS =
            "select id, zh, en, link, urgent, state, until_at, author, changed_at, version from notify_announcement";

    private final Storage storage;
    private final Tasks tasks;
    private final JsonText json;
    private final Broadcast topic;

    Announcements(Storage storage, Tasks tasks, JsonText json, Realtime realtime) {
        this.storage = storage;
        this.tasks = tasks;
        this.json = json;
        topic = realtime.broadcast("announcements", caller -> {});
        tasks.on(TASK, this::end);
        tell();
    }

    private record Row(
            String id,
            String zh,
            String en,
            String link,
            int urgent,
            String state,
            @Nullable Instant untilAt,
            Ref author,
            Instant changedAt,
            long version) {
        Announcement announcement() {
            return new Announcement(
                    id,
                    new Text(zh, en),
                    link,
                    urgent != 0,
                    Announcement.State.valueOf(state.toUpperCase(Locale.ROOT)),
                    Optional.ofNullable(untilAt),
                    author,
                    changedAt,
                    version);
        }
    }

    /** What open pages are told. */
    record Live(List<Shown> announcements) {}

    /** One announcement as a page shows it. */
    record Shown(String id, Text text, String link, boolean urgent) {}

    /** Drafts first, then live ones, then the archive; the last changed first. */
    public List<Announcement> all() {
        return storage.read(handle -> handle.createQuery(
                        COLUMNS
                                + " order by case state when 'draft' then 0 when 'live' then 1 else 2 end, changed_at desc limit 500")
                .mapTo(Row.class)
                .map(Row::announcement)
                .list());
    }

    /** What is to be shown now, urgent ones first. */
    public List<Announcement> live() {
        return storage.read(handle -> handle.createQuery(
                        COLUMNS + " where state = 'live' order by urgent desc, changed_at desc, id")
                .mapTo(Row.class)
                .map(Row::announcement)
                .list());
    }

    public Optional<Announcement> find(String id) {
        return storage.read(handle -> find(handle, id));
    }

    /** Writes a draft and returns its id. */
    public String draft(Announcement.Draft draft, Ref by) {
        return storage.write((handle, journal) -> {
            var id = journal.newId();
            handle.execute(
                    """
                    insert into notify_announcement(id, zh, en, link, urgent, state, until_at, author, created_at, changed_at)
                    values (?, ?, ?, ?, ?, 'draft', ?, ?, ?, ?)""",
                    id,
                    draft.text().zh(),
                    draft.text().en(),
                    draft.link(),
                    draft.urgent(),
                    millis(draft.until()),
                    by,
                    journal.now(),
                    journal.now());
            journal.append(new AnnouncementChanged(ref(id), "draft", 1));
            return id;
        });
    }

    /** Changes one that is not archived; {@code announcement.version-conflict} (409) when somebody else did. */
    public void edit(String id, long version, Announcement.Draft draft) {
        storage.write((handle, journal) -> {
            int changed = handle.execute(
                    """
                    update notify_announcement
                    set zh = ?, en = ?, link = ?, urgent = ?, until_at = ?, changed_at = ?, version = version + 1
                    where id = ? and version = ? and state <> 'archived'""",
                    draft.text().zh(),
                    draft.text().en(),
                    draft.link(),
                    draft.urgent(),
                    millis(draft.until()),
                    journal.now(),
                    id,
                    version);
            if (changed == 0) {
                throw new Problem(
                        "announcement.version-conflict", 409, "Somebody else changed or archived this meanwhile");
            }
            return changed(handle, journal, id);
        });
        tell();
    }

    /** Shows a draft to everybody. */
    public void publish(String id) {
        step(id, "draft", "live");
    }

    /** Ends one early, or throws a draft away. */
    public void archive(String id) {
        var state = find(id).orElseThrow(() -> Problem.notFound("this announcement"))
                .state();
        step(id, state == Announcement.State.DRAFT ? "draft" : "live", "archived");
    }

    /** Takes the last step back: an archived one becomes a draft again. */
    public void reopen(String id) {
        step(id, "archived", "draft");
    }

    private void step(String id, String from, String to) {
        storage.write((handle, journal) -> {
            int moved = handle.execute(
                    "update notify_announcement set state = ?, changed_at = ?, version = version + 1 where id = ? and state = ?",
                    to,
                    journal.now(),
                    id,
                    from);
            if (moved == 0) {
                throw new Problem("announcement.state-conflict", 409, "This announcement is in another state by now");
            }
            return changed(handle, journal, id);
        });
        tell();
    }

    /** Tells the log, and sees to it that a live one ends in time. */
    private Announcement changed(Handle handle, Journal journal, String id) {
        var now = find(handle, id).orElseThrow(() -> Problem.notFound("this announcement"));
        journal.append(new AnnouncementChanged(ref(id), now.state().name().toLowerCase(Locale.ROOT), now.version()));
        if (now.state() == Announcement.State.LIVE) {
            now.until().ifPresent(until -> tasks.at(handle, TASK, until, id));
        }
        return now;
    }

    private void end(String id) {
        var ended = storage.write((handle, journal) -> {
            int moved = handle.execute("""
                    update notify_announcement set state = 'archived', changed_at = ?, version = version + 1
                    where id = ? and state = 'live' and until_at <= ?""", journal.now(), id, journal.now());
            if (moved > 0) {
                changed(handle, journal, id);
            }
            return moved > 0;
        });
        if (ended) {
            tell();
        }
    }

    private void tell() {
        topic.state(
                "live",
                json.text(new Live(live().stream()
                        .map(each -> new Shown(each.id(), each.text(), each.link(), each.urgent()))
                        .toList())));
    }

    private static Optional<Announcement> find(Handle handle, String id) {
        return handle.createQuery(COLUMNS + " where id = :id")
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(Row::announcement);
    }

    private static @Nullable Long millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli).orElse(null);
    }

    private static Ref ref(String id) {
        return new Ref("announcement", id);
    }
}
