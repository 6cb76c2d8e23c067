package org.pavilion.server.live.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.JsonText;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Storage;
import org.pavilion.server.live.room.Change;
import org.pavilion.server.live.room.Clockwork;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.Once;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Wording;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.live.view.MessageList;
import org.pavilion.server.live.view.MessageView;

/** What is said in rooms: each message, edit and removal is one write, told after its commit. */
public final class Chat {
    public static final Duration EDIT_WINDOW = Duration.ofMinutes(10);
    public static final List<String> COLOURS = List.of("#ffffff", "#ffd166", "#7bdff2", "#a8e6a1", "#ffadad");
    public static final Set<String> LANES = Set.of("scroll", "top");
    public static final String SHOWN = "live.message-shown";
    public static final String EDITED = "live.message-edited";
    public static final String DELETED = "live.message-deleted";

    private static final String HOST = "host";

    private final ChatTools tools;
    private final Storage storage;
    private final JsonText json;
    private final RoomStore rooms;
    private final MessageRows messages = new MessageRows();
    private final HeldRows held = new HeldRows();
    private final Gate gate;
    private final Registered registered;
    private final Telling telling;
    private final Marks marks;

    Chat(ChatTools tools, Gate gate, Registered registered, Telling telling, Marks marks) {
        this.tools = tools;
        this.storage = tools.storage();
        this.json = tools.json();
        this.rooms = tools.rooms();
        this.gate = gate;
        this.registered = registered;
        this.telling = telling;
        this.marks = marks;
    }

    /** When somebody's account was made; empty for who has none. */
    public interface Registered {
        Optional<Instant> at(Ref who);
    }

    /** What is told about an edit. */
    public record Edited(String id, String text, Instant editedAt) {}

    /** What is told about a removal; {@code by} is author, moderator, or held when it only waits again. */
    public record Deleted(String id, String by) {}

    /** State key {@code deleted}: what was removed last, newest first. */
    public record DeletedIds(List<String> ids) {}

    public MessageRows rows() {
        return messages;
    }

    /** A message that everybody sees. */
    public MessageView view(MessageRow message) {
        return telling.view(message, "visible", Map.of());
    }

    public MessageView post(Caller caller, Ref room, ChatDraft draft, Language language) {
        var text = Wording.message(draft.text());
        check(draft);
        boolean host = LivePermissions.host(tools.access(), caller, room);
        var since = registered.at(caller.ref());
        var once = new Once(json, caller, draft.key());
        var offered = rooms.offered(room);
        var posted = new AtomicReference<Posted>();
        var answer = storage.write((handle, journal) -> {
            posted.set(null);
            return once.run(journal, "post\n" + room + "\n" + draft, MessageView.class, () -> {
                var row = open(rooms.locked(handle, journal, room, offered));
                var outcome = gate.judge(
                        handle, new Gate.Said(row, caller, since, host, text, journal.now(), Optional.empty()));
                if (draft.replyTo()
                        .filter(id -> messages.get(handle, room, id).isEmpty())
                        .isPresent()) {
                    throw gone("/replyTo");
                }
                boolean waits = outcome.held().isPresent();
                var message = new MessageRow(
                        journal.newId(),
                        room,
                        waits ? 0 : rooms.rows().next(handle, room).rev(),
                        journal.now(),
                        caller.ref(),
                        tools.names().of(handle, caller, host, language),
                        host ? HOST : "guest",
                        outcome.text(),
                        draft.lane(),
                        draft.colour(),
                        draft.replyTo(),
                        Optional.empty());
                messages.insert(handle, message, outcome);
                if (waits) {
                    telling.later(handle, room, outcome);
                } else {
                    rooms.rows().log(handle, row.at(message.rev()), journal.now(), SHOWN, message.id(), null);
                }
                posted.set(new Posted(message, waits));
                return telling.view(message, waits ? "held" : "visible", Map.of());
            });
        });
        var fresh = posted.get();
        if (fresh != null && !fresh.held()) {
            telling.shown(room, answer);
        } else if (fresh != null) {
            tools.desk(room);
        }
        return answer;
    }

    private record Posted(MessageRow message, boolean held) {}

    public MessageView edit(Caller caller, Ref room, String id, String raw, Optional<String> key) {
        var text = Wording.message(raw);
        boolean host = LivePermissions.host(tools.access(), caller, room);
        var since = registered.at(caller.ref());
        var once = new Once(json, caller, key);
        var told = new AtomicReference<Runnable>();
        var answer = storage.write((handle, journal) -> {
            told.set(null);
            return once.run(journal, "edit\n" + room + "\n" + id + "\n" + text, MessageView.class, () -> {
                var row = open(rooms.changing(handle, rooms.rows().next(handle, room)));
                var before = messages.get(handle, room, id).orElseThrow(() -> gone(""));
                if (!before.author().equals(caller.ref())) {
                    throw new Problem("chat.not-yours", 403, "Only its author may change a message");
                }
                if (before.at().plus(EDIT_WINDOW).isBefore(journal.now())) {
                    throw new Problem("chat.too-late", 409, "A message can be changed for ten minutes");
                }
                var outcome = gate.judge(
                        handle, new Gate.Said(row, caller, since, host, text, journal.now(), Optional.of(id)));
                messages.edit(handle, before, row.rev(), outcome.text(), journal.now());
                if (outcome.held().isPresent()) {
                    held.hold(handle, id, outcome, "held", journal.now());
                    telling.later(handle, room, outcome);
                    rooms.rows().log(handle, row, journal.now(), DELETED, id, null);
                    told.set(telling.gone(handle, row, new Deleted(id, "held")));
                    return telling.view(held.get(handle, room, id).orElseThrow().message(), "held", Map.of());
                }
                rooms.rows().log(handle, row, journal.now(), EDITED, id, null);
                var view = telling.view(
                        messages.get(handle, room, id).orElseThrow(),
                        "visible",
                        marks.all(handle, room, List.of(id)).getOrDefault(id, Map.of()));
                told.set(telling.edited(handle, row, new Edited(id, view.text(), journal.now())));
                return view;
            });
        });
        var fresh = told.get();
        if (fresh != null) {
            fresh.run();
        }
        return answer;
    }

    /** The author takes a message back, or the host's team removes it; a second time nothing happens. */
    public void delete(Caller caller, Ref room, String id) {
        delete(caller, room, id, rooms::changing);
    }

    private void delete(Caller caller, Ref room, String id, BiFunction<Handle, RoomRow, RoomRow> allowed) {
        boolean host = LivePermissions.host(tools.access(), caller, room);
        var told = storage.write((handle, journal) -> {
            var found = held.get(handle, room, id).filter(any -> !any.state().equals("deleted"));
            if (found.isEmpty()) {
                return Optional.<Runnable>empty();
            }
            boolean own = found.get().message().author().equals(caller.ref());
            if (!own && !host) {
                throw new Problem("chat.not-yours", 403, "Only its author or the host's team may remove a message");
            }
            if (!found.get().state().equals("visible")) {
                var where = allowed.apply(handle, rooms.stored(handle, room)).id();
                held.withdraw(handle, id, journal.now());
                return Optional.<Runnable>of(() -> tools.desk(where));
            }
            var row = allowed.apply(handle, rooms.rows().next(handle, room));
            if (messages.get(handle, room, id).isEmpty()) {
                throw new Problem("room.state-conflict", 409, "Somebody else removed it at this moment");
            }
            var by = own ? "author" : "moderator";
            messages.remove(handle, id, by, journal.now());
            rooms.rows().log(handle, row, journal.now(), DELETED, id, null);
            Change.SaidChanged.when(handle, row, found.get().message().at()).ifPresent(journal::append);
            if (!own) {
                journal.append(new Change.MessageRemoved(room, id));
            }
            return Optional.of(telling.gone(handle, row, new Deleted(id, by)));
        });
        told.ifPresent(Runnable::run);
    }

    /** What the person said and others do not see, oldest first. */
    List<HeldRows.Any> unseen(Ref author) {
        return storage.read(handle -> held.by(handle, author));
    }

    /** What the person said, where and when, oldest first. */
    public List<MessageRow> by(Ref author) {
        return storage.read(handle -> messages.by(handle, author));
    }

    /**
     * Takes back everything the person said, also in editions that are over; nothing of it is left, not
     * even what it said before an edit.
     */
    public void erase(Caller author) {
        by(author.ref()).forEach(message -> delete(author, message.room(), message.id(), (handle, row) -> row));
        unseen(author.ref())
                .forEach(any ->
                        delete(author, any.message().room(), any.message().id(), (handle, row) -> row));
        storage.write((handle, journal) -> {
            messages.erase(handle, author.ref());
            return author;
        });
    }

    /** Who wrote a message, also one that was taken back. */
    public Ref author(Ref room, String id) {
        return storage.read(handle -> messages.author(handle, room, id)).orElseThrow(() -> gone(""));
    }

    /** The newest visible messages before a rev, oldest first; 0 for the end. */
    public MessageList history(Ref room, long before, int limit) {
        return storage.read(handle -> {
            rooms.require(handle, room);
            var newest = messages.before(handle, room, before == 0 ? Long.MAX_VALUE : before, limit + 1);
            var page = newest.subList(0, Math.min(limit, newest.size())).reversed();
            var marked =
                    marks.all(handle, room, page.stream().map(MessageRow::id).toList());
            return new MessageList(
                    page.stream()
                            .map(message ->
                                    telling.view(message, "visible", marked.getOrDefault(message.id(), Map.of())))
                            .toList(),
                    newest.size() > limit);
        });
    }

    private RoomRow open(RoomRow room) {
        if (!Clockwork.talks(room.phaseNow()) || !rooms.spec(room).has(RoomSpec.Module.CHAT)) {
            throw new Problem("chat.closed", 409, "Nobody can talk here now: the room is " + room.phase());
        }
        return room;
    }

    private static void check(ChatDraft draft) {
        if (draft.lane().filter(lane -> !LANES.contains(lane)).isPresent()) {
            throw Problem.invalid("/lane", "scroll or top is required");
        }
        if (draft.colour().filter(colour -> !COLOURS.contains(colour)).isPresent()) {
            throw Problem.invalid("/colour", "one of the room's colours is required");
        }
    }

    private static Problem gone(String pointer) {
        return new Problem("chat.gone", 409, "This message is not here any more").at(pointer);
    }
}
