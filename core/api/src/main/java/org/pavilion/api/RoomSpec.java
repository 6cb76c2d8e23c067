package org.pavilion.api;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a room is.
 *
 * @param schedule when it opens and closes by itself; a room without one is open at once and stays so
 * @param stream what it shows; empty for a room that only talks
 * @param chapters parts of the session by media time, in order
 * @param edition id of the edition it belongs to: when that is frozen, nobody talks here any more
 */
@Stable
public record RoomSpec(
        Text title,
        Set<Module> modules,
        Optional<Schedule> schedule,
        Optional<StreamSpec> stream,
        List<Chapter> chapters,
        Optional<String> edition) {

    /** A part of a room that can be there or not. */
    public enum Module {
        STREAM,
        CHAT,
        QUESTIONS,
        POLLS,
        REACTIONS
    }

    /** From when to when the session runs; the room opens a little before and talks on a little after. */
    public record Schedule(Instant start, Instant end) {
        public Schedule {
            if (!start.isBefore(end) || Duration.between(start, end).toDays() > 31) {
                throw Problem.invalid("/schedule", "a room's end comes after its start, at most 31 days later");
            }
        }
    }

    /** A part of the session that a viewer can jump to. */
    public record Chapter(Duration at, Text title) {
        public Chapter {
            if (at.isNegative()) {
                throw Problem.invalid("/chapters", "a chapter does not begin before the session");
            }
        }
    }

    public RoomSpec {
        modules = Set.copyOf(modules);
        chapters = List.copyOf(chapters);
    }

    /** A room with these modules, open at once. */
    public static RoomSpec of(Text title, Module... modules) {
        var all = EnumSet.noneOf(Module.class);
        all.addAll(List.of(modules));
        return new RoomSpec(title, all, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    /** The same room from start to end. */
    public RoomSpec at(Instant start, Instant end) {
        return new RoomSpec(title, modules, Optional.of(new Schedule(start, end)), stream, chapters, edition);
    }

    /** The same room with a picture. */
    public RoomSpec showing(StreamSpec what) {
        var all = EnumSet.of(Module.STREAM);
        all.addAll(modules);
        return new RoomSpec(title, all, schedule, Optional.of(what), chapters, edition);
    }

    /** The same room with chapters. */
    public RoomSpec chapters(List<Chapter> parts) {
        return new RoomSpec(title, modules, schedule, stream, parts, edition);
    }

    /** The same room as a part of an edition. */
    public RoomSpec in(String id) {
        return new RoomSpec(title, modules, schedule, stream, chapters, Optional.of(id));
    }
}
