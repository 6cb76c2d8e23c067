package org.pavilion.api;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Live rooms for anything that has a reference: a session with stream and chat, a booth where people
 * talk. One room a target; its page is {@code /live/{type:id}}.
 *
 * <pre>{@code
 * rooms.attach(handle, journal, new Ref("session", id),
 *         RoomSpec.of(title, RoomSpec.Module.CHAT, RoomSpec.Module.REACTIONS)
 *                 .at(start, end)
 *                 .showing(new StreamSpec.TestCard()));
 * }</pre>
 */
@Stable
public interface Rooms {

    /**
     * Gives the target its room inside a write of the caller, or changes title, modules, schedule and
     * stream of the one it has; the same spec again changes nothing. What was said stays.
     */
    Room attach(Handle handle, Journal journal, Ref target, RoomSpec spec);

    /** The same in a write of its own. */
    Room attach(Ref target, RoomSpec spec);

    /** Closes and archives the room, e.g. when its target goes; what was said stays readable. */
    void detach(Handle handle, Journal journal, Ref target);

    /** The room of a target, also one that is only offered; empty when it can have none. */
    Optional<Room> of(Ref target);

    /**
     * Says that every object of a type may have a room. It costs nothing until somebody speaks: the
     * first message makes it. In {@link Plugin#start}; ends with the plugin.
     */
    void offer(String type, RoomSource source);

    /**
     * Lays what was said in a room before this house knew it, in the order of time; a room that has
     * messages already takes none. For demos and archives.
     */
    void recall(Handle handle, Journal journal, Ref target, List<Utterance> said);

    /** The same for what was asked and voted; a room that has questions or polls already takes none. */
    @Preview
    void recall(Handle handle, Journal journal, Ref target, List<Inquiry> asked, List<Survey> polls);

    /**
     * Lays the captions of a recording that was captioned before this house knew its room; a room that has
     * some already takes none.
     */
    @Preview
    void caption(Handle handle, Journal journal, Ref target, List<Spoken> said);
}
