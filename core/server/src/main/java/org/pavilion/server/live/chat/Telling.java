package org.pavilion.server.live.chat;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Tasks;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.view.MessageView;

/** How those who listen hear of messages, once what happened to them is durable. */
final class Telling {
    /** The task that shows what waited long enough; its argument is the room. */
    static final String RELEASE = "live-release";

    private final ChatTools tools;
    private final Danmaku danmaku;
    private final Pins pins;
    private final MessageRows messages;
    private final Tasks tasks;

    Telling(ChatTools tools, Danmaku danmaku, Pins pins, MessageRows messages, Tasks tasks) {
        this.tools = tools;
        this.danmaku = danmaku;
        this.pins = pins;
        this.messages = messages;
        this.tasks = tasks;
    }

    MessageView view(MessageRow message, String state, Map<String, Integer> marks) {
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
                marks,
                state);
    }

    /** Has a message that waits for its time shown then, also after a restart. */
    void later(Handle handle, Ref room, Outcome outcome) {
        outcome.due().ifPresent(due -> tasks.at(handle, RELEASE, due, room.toString()));
    }

    /** A message can be seen now. */
    void shown(Ref room, MessageView message) {
        tools.feed().publish(room, message.rev(), Chat.SHOWN, tools.json().text(message));
        danmaku.said(room, message);
    }

    /** What to tell when a message cannot be seen any more; read in the write, told after it. */
    Runnable gone(Handle handle, RoomRow row, Chat.Deleted deleted) {
        var removed = tools.json().text(new Chat.DeletedIds(messages.removed(handle, row.id())));
        var pinned = pins.told(handle, row.id(), deleted.id());
        return () -> {
            danmaku.removed(row.id(), deleted.id());
            tools.feed().publish(row.id(), row.rev(), Chat.DELETED, tools.json().text(deleted));
            tools.feed().state(row.id(), "deleted", removed);
            pinned.run();
            tools.desk(row.id());
        };
    }

    Runnable edited(Handle handle, RoomRow row, Chat.Edited edited) {
        var pinned = pins.told(handle, row.id(), edited.id());
        return () -> {
            tools.feed().publish(row.id(), row.rev(), Chat.EDITED, tools.json().text(edited));
            pinned.run();
            tools.desk(row.id());
        };
    }

    /** The list of removed messages after one of them came back. */
    Runnable back(Handle handle, Ref room) {
        var removed = tools.json().text(new Chat.DeletedIds(messages.removed(handle, room)));
        return () -> tools.feed().state(room, "deleted", removed);
    }
}
