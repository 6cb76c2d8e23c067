package org.pavilion.server.announce;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.api.Tasks;
import org.pavilion.server.announce.Announcement.Draft;
import org.pavilion.server.announce.Announcement.State;
import org.pavilion.server.storage.Actors;

/** Announcements on their way: draft, live, archived; back to live while their end has not come. */
public final class Announcements {
    private static final String END = "announcement-end";
    private static final int LONGEST = 300;

    private final Storage storage;
    private final Tasks tasks;
    private final AnnouncementRows rows;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<Announcement> live;

    public Announcements(Storage storage, DomainEvents events, Tasks tasks, JsonText json) {
        this.storage = storage;
        this.tasks = tasks;
        this.rows = new AnnouncementRows(json);
        Change.publish(events);
        this.live = storage.read(rows::live);
        // Another node's acts come by the log; one's own are taken over at once, too.
        for (var type : List.of(Change.EDITED, Change.WENT_LIVE, Change.ARCHIVED)) {
            events.on(type, Change.Seen.class, DomainEvents.each((ref, seen) -> refresh()));
        }
        tasks.on(END, this::end);
    }

    /** What every page shows now, newest first; asks no database. */
    public List<Announcement> showing() {
        var now = Instant.now();
        return live.stream()
                .filter(each ->
                        each.until().filter(until -> !until.isAfter(now)).isEmpty())
                .toList();
    }

    /** Runs after what is shown has changed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    public List<Announcement> all() {
        return storage.read(rows::all);
    }

    public Announcement get(String id) {
        return storage.read(handle -> rows.get(handle, id));
    }

    /** Keeps a new draft and gives its id. */
    public String draft(Draft draft, Ref by) {
        var fit = checked(draft);
        return storage.write((handle, journal) -> {
            var id = journal.newId();
            rows.insert(handle, id, fit, by, journal.now());
            journal.append(new Change.Drafted(ref(id)));
            return id;
        });
    }

    /** Changes the words, also while they are shown. */
    public void edit(String id, long version, Draft draft, Ref by) {
        var fit = checked(draft);
        storage.write((handle, journal) -> {
            var seen = rows.get(handle, id);
            if (seen.version() != version) {
                throw new Problem(
                        "announcement.version-conflict", 409, "Somebody else changed this announcement meanwhile");
            }
            if (seen.state() == State.ARCHIVED) {
                throw new Problem("announcement.state-conflict", 409, "An archived announcement is not changed");
            }
            rows.edit(handle, seen, fit, by, journal.now());
            if (seen.state() == State.LIVE) {
                fit.until().ifPresent(until -> tasks.at(handle, END, until, id));
            }
            return journal.append(new Change.Edited(ref(id), version + 1));
        });
        refresh();
    }

    /** Shows it to everybody; also what was archived, as long as its end is to come. */
    public void publish(String id, Ref by) {
        move(id, State.LIVE, by, (handle, journal, seen) -> {
            if (seen.until().filter(until -> !until.isAfter(journal.now())).isPresent()) {
                throw new Problem("announcement.over", 409, "Its end has passed; set a later one first").at("/until");
            }
            seen.until().ifPresent(until -> tasks.at(handle, END, until, id));
            return new Change.WentLive(ref(id), seen.version() + 1);
        });
    }

    /** Takes it from all pages and keeps it. */
    public void archive(String id, Ref by) {
        move(id, State.ARCHIVED, by, (handle, journal, seen) -> new Change.Archived(ref(id), seen.version() + 1));
    }

    /** What a move checks, and the event that tells of it. */
    @FunctionalInterface
    private interface Step {
        DomainEvent of(Handle handle, Journal journal, Announcement seen);
    }

    private void move(String id, State to, Ref by, Step step) {
        storage.write((handle, journal) -> {
            var seen = rows.get(handle, id);
            if (seen.state() == to) {
                throw new Problem("announcement.state-conflict", 409, "The announcement is there already");
            }
            var event = step.of(handle, journal, seen);
            rows.move(handle, seen, to, by, journal.now());
            return journal.append(event);
        });
        refresh();
    }

    /** The task: early, late and repeated calls are harmless. */
    private void end(String id) {
        var over = storage.read(handle -> rows.live(handle)).stream()
                .filter(each -> each.id().equals(id))
                .anyMatch(each -> each.until()
                        .filter(until -> !until.isAfter(Instant.now()))
                        .isPresent());
        if (over) {
            archive(id, Actors.SYSTEM);
        }
    }

    private void refresh() {
        live = storage.read(rows::live);
        listeners.forEach(Runnable::run);
    }

    private static Draft checked(Draft draft) {
        if (draft.text().zh().length() > LONGEST || draft.text().en().length() > LONGEST) {
            throw Problem.invalid("/text", "at most " + LONGEST + " characters");
        }
        if (draft.link()
                .filter(link -> !link.startsWith("/") || link.startsWith("//"))
                .isPresent()) {
            throw Problem.invalid("/link", "a page of this site starts with one slash");
        }
        return new Draft(
                draft.text(),
                draft.link(),
                draft.urgent(),
                draft.until().map(until -> until.truncatedTo(ChronoUnit.MILLIS)));
    }

    private static Ref ref(String id) {
        return new Ref("announcement", id);
    }
}
