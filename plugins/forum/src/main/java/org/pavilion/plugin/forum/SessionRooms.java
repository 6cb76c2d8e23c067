package org.pavilion.plugin.forum;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;
import org.pavilion.api.Journal;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Room;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Rooms;
import org.pavilion.api.Shelf;
import org.pavilion.api.StreamSpec;

/**
 * The live rooms of sessions. A session of an open edition has its own while it is to come or on, and
 * for good when it has a stream; one without hours may be talked about at any time. Past editions
 * have none.
 */
record SessionRooms(Rooms rooms, Directory directory, InstantSource clock) {
    /** The stream of a session that shows the house's own test picture. */
    static final String TEST_CARD = "test-card";

    SessionRooms(PluginContext context, InstantSource clock) {
        this(context.rooms(), context.directory(), clock);
    }

    /** Gives a session that was stored its room. */
    void follow(PluginContext context, Shelf<SessionLine> shelf) {
        context.events()
                .on(
                        "forum.session-changed.v1",
                        SessionChanged.class,
                        event -> context.storage()
                                .read(h -> shelf.find(h, event.subject().id())
                                        .filter(this::meets)
                                        .map(line -> new Wanted(
                                                line.ref(), spec(line).chapters(Chapters.of(h, line)))))
                                .ifPresent(wanted -> rooms.attach(wanted.session(), wanted.spec())));
    }

    private record Wanted(Ref session, RoomSpec spec) {}

    /** Gives the session's room a chapter for each block that was run, in the write that runs one. */
    void chaptered(Handle h, Journal journal, SessionLine line) {
        rooms.attach(h, journal, line.ref(), spec(line).chapters(Chapters.of(h, line)));
    }

    /** Whether the session has a room now; never inside a write. */
    boolean meets(SessionLine line) {
        boolean over = line.phase(clock.instant()).equals(Optional.of(SessionLine.Phase.FINISHED));
        return open(line) && !line.cancelled() && (!over || line.stream().isPresent());
    }

    /** What the session's room is. */
    RoomSpec spec(SessionLine line) {
        var spec = RoomSpec.of(
                        line.name(),
                        RoomSpec.Module.CHAT,
                        RoomSpec.Module.QUESTIONS,
                        RoomSpec.Module.POLLS,
                        RoomSpec.Module.REACTIONS)
                .in(line.edition())
                .chapters(line.chapters().stream()
                        .map(part -> new RoomSpec.Chapter(Duration.ofSeconds(part.second()), part.title()))
                        .toList());
        if (line.timed()) {
            spec = spec.at(line.startsAt().orElseThrow(), line.endsAt().orElseThrow());
        }
        return line.stream().isPresent() ? spec.showing(stream(line.stream().get())) : spec;
    }

    private static StreamSpec stream(String address) {
        if (address.equals(TEST_CARD)) {
            return new StreamSpec.TestCard();
        }
        try {
            return new StreamSpec.External(URI.create(address));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/stream", "a stream is " + TEST_CARD + " or the address of an HLS playlist")
                    .causedBy(e);
        }
    }

    private boolean open(SessionLine line) {
        return directory
                .edition(line.edition())
                .filter(edition -> edition.status() == Edition.Status.OPEN)
                .isPresent();
    }

    Optional<Room> of(SessionLine session) {
        return open(session) && !session.cancelled() ? rooms.of(session.ref()) : Optional.empty();
    }

    /** Page of the session's room, without language prefix. */
    Optional<String> path(SessionLine session) {
        return of(session).map(Room::path);
    }
}
