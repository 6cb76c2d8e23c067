package org.pavilion.server.live.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.JsonText;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Storage;
import org.pavilion.server.live.room.Change;
import org.pavilion.server.live.room.Clockwork;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.Nicknames;
import org.pavilion.server.live.room.Once;
import org.pavilion.server.live.room.Pseudonyms;
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

    private final Storage storage;
    private final JsonText json;
    private final RoomStore rooms;
    private final MessageRows messages = new MessageRows();
    private final Nicknames names;
    private final Pseudonyms pseudonyms;
    private final Access access;
    private final Feed feed;
    private final Danmaku danmaku;

    public Chat(
            Storage storage,
            JsonText json,
            RoomStore rooms,
            Nicknames names,
            Pseudonyms pseudonyms,
            Access access,
            Feed feed,
            Danmaku danmaku) {
        this.storage = storage;
        this.json = json;
        this.rooms = rooms;
        this.names = names;
        this.pseudonyms = pseudonyms;
        this.access = access;
        this.feed = feed;
        this.danmaku = danmaku;
    }

    /** What is told about an edit. */
    public record Edited(String id, String text, Instant editedAt) {}

    /** What is told about a removal; {@code by} is author or moderator. */
    public record Deleted(String id, String by) {}

    /** State key {@code deleted}: what was removed last, newest first. */
    public record DeletedIds(List<String> ids) {}

    public MessageRows rows() {
        return messages;
    }

    public MessageView view(MessageRow message) {
        return new MessageView(
                message.id(),
                message.rev(),
                message.at(),
                new MessageView.Author(pseudonyms.of(message.room(), message.author()), message.name(), message.role()),
                message.text(),
                message.lane(),
                message.colour(),
                message.replyTo(),
                message.editedAt());
    }

    public MessageView post(Caller caller, Ref room, ChatDraft draft, Language language) {
        var text = Wording.message(draft.text());
        check(draft);
        boolean host = LivePermissions.host(access, caller, room);
        var once = new Once(json, caller, draft.key());
        var offered = rooms.offered(room);
        var posted = new AtomicReference<MessageRow>();
        var answer = storage.write((handle, journal) -> {
            posted.set(null);
            return once.run(journal, "post\n" + room + "\n" + draft, MessageView.class, () -> {
                var row = open(rooms.next(handle, journal, room, offered));
                if (!host) {
                    slow(handle, row, caller, journal.now());
                }
                if (draft.replyTo()
                        .filter(id -> messages.get(handle, room, id).isEmpty())
                        .isPresent()) {
                    throw gone("/replyTo");
                }
                var message = new MessageRow(
                        journal.newId(),
                        room,
                        row.rev(),
                        journal.now(),
                        caller.ref(),
                        names.of(handle, caller, host, language),
                        host ? HOST : "guest",
                        text,
                        draft.lane(),
                        draft.colour(),
                        draft.replyTo(),
                        Optional.empty());
                messages.insert(handle, message);
                rooms.rows().log(handle, row, journal.now(), SHOWN, message.id(), null);
                posted.set(message);
                return view(message);
            });
        });
        var fresh = posted.get();
        if (fresh != null) {
            feed.publish(room, fresh.rev(), SHOWN, json.text(answer));
            danmaku.said(room, answer);
        }
        return answer;
    }

    public MessageView edit(Caller caller, Ref room, String id, String raw, Optional<String> key) {
        var text = Wording.message(raw);
        var once = new Once(json, caller, key);
        var rev = new AtomicReference<Long>();
        var answer = storage.write((handle, journal) -> {
            rev.set(null);
            return once.run(journal, "edit\n" + room + "\n" + id + "\n" + text, MessageView.class, () -> {
                var row = open(rooms.changing(handle, rooms.rows().next(handle, room)));
                var before = messages.get(handle, room, id).orElseThrow(() -> gone(""));
                if (!before.author().equals(caller.ref())) {
                    throw new Problem("chat.not-yours", 403, "Only its author may change a message");
                }
                if (before.at().plus(EDIT_WINDOW).isBefore(journal.now())) {
                    throw new Problem("chat.too-late", 409, "A message can be changed for ten minutes");
                }
                messages.edit(handle, before, row.rev(), text, journal.now());
                rooms.rows().log(handle, row, journal.now(), EDITED, id, null);
                rev.set(row.rev());
                return view(messages.get(handle, room, id).orElseThrow());
            });
        });
        var fresh = rev.get();
        if (fresh != null) {
            var edited = new Edited(id, answer.text(), answer.editedAt().orElseThrow());
            feed.publish(room, fresh, EDITED, json.text(edited));
        }
        return answer;
    }

    /** The author takes a message back, or the host's team removes it; a second time nothing happens. */
    public void delete(Caller caller, Ref room, String id) {
        delete(caller, room, id, rooms::changing);
    }

    private void delete(Caller caller, Ref room, String id, BiFunction<Handle, RoomRow, RoomRow> allowed) {
        boolean host = LivePermissions.host(access, caller, room);
        var told = storage.write((handle, journal) -> {
            var message = messages.get(handle, room, id);
            if (message.isEmpty()) {
                return Optional.<Removed>empty();
            }
            boolean own = message.get().author().equals(caller.ref());
            if (!own && !host) {
                throw new Problem("chat.not-yours", 403, "Only its author or the host's team may remove a message");
            }
            var row = allowed.apply(handle, rooms.rows().next(handle, room));
            if (messages.get(handle, room, id).isEmpty()) {
                throw new Problem("room.state-conflict", 409, "Somebody else removed it at this moment");
            }
            var by = own ? "author" : "moderator";
            messages.remove(handle, id, by, journal.now());
            rooms.rows().log(handle, row, journal.now(), DELETED, id, null);
            if (!own) {
                journal.append(new Change.MessageRemoved(room, id));
            }
            return Optional.of(new Removed(row.rev(), new Deleted(id, by), messages.removed(handle, room)));
        });
        told.ifPresent(removed -> {
            danmaku.removed(room, id);
            feed.publish(room, removed.rev(), DELETED, json.text(removed.told()));
            feed.state(room, "deleted", json.text(new DeletedIds(removed.all())));
        });
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
        storage.write((handle, journal) -> {
            messages.erase(handle, author.ref());
            return author;
        });
    }

    private record Removed(long rev, Deleted told, List<String> all) {}

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
            return new MessageList(page.stream().map(this::view).toList(), newest.size() > limit);
        });
    }

    private RoomRow open(RoomRow room) {
        if (!Clockwork.talks(room.phaseNow()) || !rooms.spec(room).has(RoomSpec.Module.CHAT)) {
            throw new Problem("chat.closed", 409, "Nobody can talk here now: the room is " + room.phase());
        }
        return room;
    }

    private void slow(Handle handle, RoomRow room, Caller caller, Instant now) {
        if (room.slowSeconds() == 0) {
            return;
        }
        messages.lastOf(handle, room.id(), caller.ref())
                .map(last -> Duration.between(now, last.plusSeconds(room.slowSeconds()))
                        .toMillis())
                .filter(wait -> wait > 0)
                .ifPresent(wait -> {
                    throw new Problem("chat.slow", 429, "This room is in slow mode; wait a moment").retryAfter(wait);
                });
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
