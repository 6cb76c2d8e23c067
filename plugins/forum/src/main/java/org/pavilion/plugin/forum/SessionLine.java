package org.pavilion.plugin.forum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Language;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A scheduled event as it is imported and kept.
 *
 * @param dateMeaning what the date is when it is not the session's own, e.g. the last day
 * @param startsAt first instant, where the hour is known
 * @param venue id of a zone
 * @param place where it is, in words
 * @param track id of a field of technology, or the track's own name
 * @param speakers ids of people
 * @param roles what each speaker is in this session, where that is known
 * @param languages what is spoken or interpreted, {@code zh} and {@code en}
 * @param presents references of what is shown there, e.g. {@code item:…}
 * @param stream {@code test-card}, or the address of an HLS playlist
 * @param chapters parts of the recording, in order
 * @param speakersInferred the source implies the speakers without stating them
 * @param existenceInferred why the session itself is only implied
 * @param count how many events of the same kind the record stands for
 * @param agenda what happens within it, in order: releases, signings, unveilings, talks, breaks
 * @param state {@code cancelled}; empty for one that takes place
 * @param moved where and when it stood before it was moved
 * @param capacity how many people fit, for each way to be there
 */
public record SessionLine(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        String edition,
        Optional<String> parentEdition,
        Optional<String> partOf,
        String sessionType,
        Optional<PartialDate> date,
        Optional<PartialDate> endDate,
        Optional<String> dateMeaning,
        Optional<Instant> startsAt,
        Optional<Instant> endsAt,
        Optional<String> venue,
        Optional<Text> place,
        Optional<String> track,
        List<String> speakers,
        List<Role> roles,
        List<String> languages,
        List<String> presents,
        Optional<String> stream,
        List<Chapter> chapters,
        Optional<Boolean> speakersInferred,
        Optional<Boolean> remoteSpeaker,
        Optional<String> remoteLink,
        Optional<String> existenceInferred,
        Optional<Text> theme,
        Optional<Integer> count,
        List<AgendaBlock> agenda,
        Optional<String> state,
        Optional<Moved> moved,
        Optional<Capacity> capacity,
        Optional<Boolean> synthetic,
        List<Source> source) {

    /** The state of a session that does not take place. */
    static final String CANCELLED = "cancelled";

    /**
     * A part of the session: so many releases, signings or unveilings, a talk, a break.
     *
     * @param block its kind, e.g. {@code signing}
     * @param count how many records it stands for, where no list of them is known
     * @param id names it within the session; else its place in the order does
     * @param minute when it begins, in minutes after the session's start
     * @param minutes how long it takes
     * @param people ids of those who speak in it
     * @param publishes references of what it makes public, e.g. {@code deal:…}
     */
    public record AgendaBlock(
            String block,
            Optional<Integer> count,
            Optional<String> id,
            Optional<Text> title,
            Optional<Integer> minute,
            Optional<Integer> minutes,
            List<String> people,
            List<String> publishes) {

        /** The same block so many minutes later, where its hour is planned. */
        AgendaBlock later(int by) {
            return new AgendaBlock(
                    block, count, id, title, minute.map(at -> Math.max(0, at + by)), minutes, people, publishes);
        }
    }

    /** The plan before the session was moved. */
    public record Moved(Optional<Instant> startsAt, Optional<Text> place) {}

    /**
     * How many people fit.
     *
     * @param onSite seats that can be reserved; empty when there is no reservation
     * @param online places online; empty when everybody fits
     */
    public record Capacity(Optional<Integer> onSite, Optional<Integer> online) {}

    /** A part of the recording that begins at a second of it. */
    public record Chapter(int second, Text title) {}

    /**
     * What a person is in this session.
     *
     * @param role in words, e.g. that they moderate it
     * @param part {@code speaker}, {@code moderator}, {@code host}, {@code panelist} or {@code guest}
     * @param title who they were in that year: office and organisation
     * @param inferred the source implies that they were there without stating it
     */
    public record Role(
            String person, Text role, Optional<String> part, Optional<Text> title, Optional<Boolean> inferred) {}

    public Ref ref() {
        return new Ref("session", id);
    }

    public boolean cancelled() {
        return state.filter(CANCELLED::equals).isPresent();
    }

    boolean invented() {
        return synthetic.orElse(false);
    }

    /** Whether both hours are known and in order: what a timetable needs. */
    boolean timed() {
        return startsAt.isPresent() && endsAt.isPresent() && startsAt.get().isBefore(endsAt.get());
    }

    /** What tells places apart: the zone's id, else the words. */
    Optional<String> spot() {
        return venue.or(() -> place.map(words -> words.in(Language.ZH)));
    }

    /** The speaker's role here, where it is known. */
    Optional<Text> roleOf(String person) {
        return role(person).map(Role::role);
    }

    Optional<Role> role(String person) {
        return roles.stream().filter(each -> each.person().equals(person)).findFirst();
    }

    /** The day lists sort by: the earliest it may be, else the year of the source. */
    String day() {
        return startsAt.map(Instant::toString)
                .or(() -> date.map(PartialDate::text))
                .orElseGet(() ->
                        source.isEmpty() ? "" : String.valueOf(source.getFirst().year()));
    }

    /** What the session is at an instant by its plan; empty where no hour is known. */
    Optional<Phase> phase(Instant now) {
        if (cancelled()) {
            return Optional.of(Phase.CANCELLED);
        }
        if (startsAt.isEmpty() || endsAt.isEmpty()) {
            return Optional.empty();
        }
        if (now.isBefore(startsAt.get())) {
            return Optional.of(Phase.NEXT);
        }
        return Optional.of(now.isBefore(endsAt.get()) ? Phase.LIVE : Phase.FINISHED);
    }

    /** Where a session stands in time. */
    public enum Phase {
        NEXT,
        LIVE,
        FINISHED,
        CANCELLED
    }
}
