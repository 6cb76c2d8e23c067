package org.pavilion.server.live.chat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Utterance;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Wording;

/** Lays what was said before this house knew the room. */
public final class Recollection {
    private static final int MOST = 10_000;

    private final RoomStore rooms;
    private final MessageRows messages;

    public Recollection(RoomStore rooms, MessageRows messages) {
        this.rooms = rooms;
        this.messages = messages;
    }

    public void lay(Handle handle, Journal journal, Ref target, List<Utterance> said) {
        if (said.size() > MOST) {
            throw Problem.invalid("", "at most " + MOST + " messages at once");
        }
        rooms.stored(handle, target);
        if (messages.any(handle, target)) {
            return;
        }
        for (var each :
                said.stream().sorted(Comparator.comparing(Utterance::at)).toList()) {
            lay(handle, journal, target, each);
        }
    }

    private void lay(Handle handle, Journal journal, Ref target, Utterance said) {
        var text = Wording.message(said.text());
        if (said.lane() != null && !Chat.LANES.contains(said.lane())) {
            throw Problem.invalid("/lane", "scroll or top is required");
        }
        var row = rooms.rows().next(handle, target);
        var message = new MessageRow(
                journal.newId(),
                target,
                row.rev(),
                said.at(),
                recalled(said.by()),
                said.by(),
                said.desk() ? "host" : "guest",
                text,
                Optional.ofNullable(said.lane()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        messages.insert(handle, message);
        rooms.rows().log(handle, row, said.at(), Chat.SHOWN, message.id(), null);
    }

    /** One name is one person; nobody who calls here is ever that person. */
    private static Ref recalled(String name) {
        return new Ref(
                "recalled",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
