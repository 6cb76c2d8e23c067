package org.pavilion.plugin.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/** A session while it is being changed; what the desk does not know of stays as it was. */
final class SessionDraft {
    private static final Text NEW = new Text("新场次", "New session");

    private final SessionLine before;
    Text name;
    Text summary;
    String type;
    Optional<Instant> start;
    Optional<Instant> end;
    Optional<Text> place;
    Optional<String> track;
    List<String> speakers;
    List<SessionLine.Role> roles;
    Optional<String> stream;
    List<SessionLine.AgendaBlock> agenda;
    Optional<String> state;
    Optional<SessionLine.Moved> moved;
    Optional<SessionLine.Capacity> capacity;

    SessionDraft(SessionLine line) {
        before = line;
        name = line.name();
        summary = line.summary();
        type = line.sessionType();
        start = line.startsAt();
        end = line.endsAt();
        place = line.place();
        track = line.track();
        speakers = line.speakers();
        roles = line.roles();
        stream = line.stream();
        agenda = line.agenda();
        state = line.state();
        moved = line.moved();
        capacity = line.capacity();
    }

    /** A session of nothing but its id and edition. */
    static SessionDraft fresh(String id, String edition) {
        return new SessionDraft(new SessionLine(
                id,
                Optional.of("session"),
                NEW,
                NEW,
                edition,
                Optional.empty(),
                Optional.empty(),
                "forum",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
    }

    /** The same session so much later. */
    SessionDraft later(Duration by) {
        start = start.map(at -> at.plus(by));
        end = end.map(at -> at.plus(by));
        return this;
    }

    /** The parts of the session, each with an id that its place no longer decides. */
    List<SessionLine.AgendaBlock> blocks() {
        var named = new ArrayList<SessionLine.AgendaBlock>();
        for (int i = 0; i < agenda.size(); i++) {
            var each = agenda.get(i);
            named.add(new SessionLine.AgendaBlock(
                    each.block(),
                    each.count(),
                    Optional.of(Ceremonies.id(each, i)),
                    each.title(),
                    each.minute(),
                    each.minutes(),
                    each.people(),
                    each.publishes()));
        }
        return named;
    }

    /** The session as it is now; when it is elsewhere or at another time than before, it says so. */
    SessionLine line() {
        boolean elsewhere =
                before.startsAt().isPresent() && (!start.equals(before.startsAt()) || !place.equals(before.place()));
        var from = elsewhere
                ? before.moved().or(() -> Optional.of(new SessionLine.Moved(before.startsAt(), before.place())))
                : moved;
        return new SessionLine(
                before.id(),
                before.kind(),
                name,
                summary,
                before.edition(),
                before.parentEdition(),
                before.partOf(),
                type,
                before.date(),
                before.endDate(),
                before.dateMeaning(),
                start,
                end,
                place.equals(before.place()) ? before.venue() : Optional.empty(),
                place,
                track,
                speakers,
                roles,
                before.languages(),
                before.presents(),
                stream,
                before.chapters(),
                before.speakersInferred(),
                before.remoteSpeaker(),
                before.remoteLink(),
                before.existenceInferred(),
                before.theme(),
                before.count(),
                agenda,
                state,
                from.filter(old -> !old.startsAt().equals(start) || !old.place().equals(place)),
                capacity,
                before.synthetic(),
                before.source());
    }
}
