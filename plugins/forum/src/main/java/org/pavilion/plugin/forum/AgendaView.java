package org.pavilion.plugin.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * The programme of one edition on one day.
 *
 * @param zone IANA zone of the venue: days and hours are said in it
 * @param open whether the edition takes place now; others are archive or announcement
 * @param day the shown day, an ISO day or {@code undated}; empty when there is no session at all
 * @param slots what is shown, by start; sessions without an hour stand last
 * @param clashes how many pairs of sessions of the edition cannot both take place
 */
public record AgendaView(
        String edition,
        Text name,
        String zone,
        boolean open,
        boolean announced,
        boolean synthetic,
        Instant now,
        List<Day> days,
        String day,
        List<Slot> slots,
        int clashes,
        List<Choice> tracks,
        List<Choice> types,
        List<Choice> speakers,
        List<Choice> editions) {

    /** A day with the sessions the filter leaves on it. */
    public record Day(String day, Text label, int sessions, boolean chosen) {}

    public record Choice(String value, Text label, boolean chosen) {}

    /** Why the session cannot take place beside another one. */
    public record Conflict(String cause, Text shared, String other, Text name) {}

    /**
     * A session in the programme.
     *
     * @param when the day in words, for a session without an hour
     * @param room page of its live room, if it has one
     */
    public record Slot(
            String id,
            Text name,
            Text summary,
            String type,
            Text typeName,
            Optional<String> track,
            Optional<Text> trackName,
            Optional<Instant> start,
            Optional<Instant> end,
            Optional<Text> when,
            Optional<Text> place,
            List<SpeakerView> speakers,
            List<String> languages,
            Optional<SessionLine.Phase> phase,
            boolean moved,
            List<Conflict> conflicts,
            Optional<String> room,
            boolean synthetic) {

        public Ref ref() {
            return new Ref("session", id);
        }

        boolean timed() {
            return start.isPresent() && end.isPresent();
        }
    }
}
