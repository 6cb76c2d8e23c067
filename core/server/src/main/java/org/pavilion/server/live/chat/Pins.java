package org.pavilion.server.live.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.live.view.ChatDesk;
import org.pavilion.server.live.view.MessageView;

/** What the host's team pinned in a room, in its order. */
final class Pins {
    private static final int MOST = 5;

    private final ChatTools tools;
    private final MessageRows messages;

    Pins(ChatTools tools, MessageRows messages) {
        this.tools = tools;
        this.messages = messages;
    }

    /** Those that can be seen. */
    ChatDesk.Pins of(Handle handle, Ref room) {
        return new ChatDesk.Pins(ids(handle, room).stream()
                .flatMap(id -> messages.get(handle, room, id).stream())
                .map(this::view)
                .toList());
    }

    private MessageView view(MessageRow message) {
        return new MessageView(
                message.id(),
                message.rev(),
                message.at(),
                new MessageView.Author(
                        tools.pseudonyms().of(message.room(), message.author()), message.name(), message.role()),
                message.text(),
                message.lane(),
                message.colour(),
                message.replyTo(),
                message.editedAt(),
                Map.of(),
                "visible");
    }

    ChatDesk.Pins pin(Ref room, String id, int place) {
        return change(room, (handle, ids) -> {
            if (messages.get(handle, room, id).isEmpty()) {
                throw new Problem("chat.gone", 409, "This message is not here any more");
            }
            ids.remove(id);
            ids.removeIf(other -> messages.get(handle, room, other).isEmpty());
            if (ids.size() >= MOST) {
                throw new Problem("chat.pins-full", 409, "At most " + MOST + " messages are pinned; unpin one first");
            }
            ids.add(Math.clamp(place, 0, ids.size()), id);
        });
    }

    ChatDesk.Pins unpin(Ref room, String id) {
        return change(room, (handle, ids) -> ids.remove(id));
    }

    private interface Change {
        void to(Handle handle, List<String> ids);
    }

    private ChatDesk.Pins change(Ref room, Change change) {
        var offered = tools.rooms().offered(room);
        var pins = tools.storage().write((handle, journal) -> {
            tools.rooms().locked(handle, journal, room, offered);
            var ids = new ArrayList<>(ids(handle, room));
            change.to(handle, ids);
            handle.execute("delete from live_pin where room = ?", room);
            for (int n = 0; n < ids.size(); n++) {
                handle.execute("insert into live_pin(room, message, n) values (?, ?, ?)", room, ids.get(n), n);
            }
            return of(handle, room);
        });
        tools.feed().state(room, "pins", tools.json().text(pins));
        tools.desk(room);
        return pins;
    }

    /** What to tell when a message has changed: nothing unless it is pinned. */
    Runnable told(Handle handle, Ref room, String id) {
        if (!ids(handle, room).contains(id)) {
            return () -> {};
        }
        var pins = tools.json().text(of(handle, room));
        return () -> tools.feed().state(room, "pins", pins);
    }

    List<String> ids(Handle handle, Ref room) {
        return handle.createQuery("select message from live_pin where room = :room order by n")
                .bind("room", room)
                .mapTo(String.class)
                .list();
    }
}
