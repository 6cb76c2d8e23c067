package org.pavilion.plugin.forum;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;

/**
 * Which sessions of an edition are asked for.
 *
 * @param day an ISO day, or {@link #UNDATED}
 * @param speaker id of a person
 * @param ids ids of sessions, e.g. the starred ones; empty for all
 */
record AgendaFilter(
        String edition,
        Optional<String> day,
        Optional<String> track,
        Optional<String> type,
        Optional<String> speaker,
        Set<String> ids) {
    /** The day of sessions whose day nobody knows. */
    static final String UNDATED = "undated";

    private static final int MOST_IDS = 200;

    static AgendaFilter from(Request request) {
        var ids = new LinkedHashSet<String>();
        request.query("ids").ifPresent(all -> ids.addAll(List.of(all.split(",", MOST_IDS))));
        ids.remove("");
        var day = request.query("day");
        if (day.filter(text -> !text.equals(UNDATED) && !text.matches("\\d{4}-\\d{2}-\\d{2}"))
                .isPresent()) {
            throw Problem.invalid("/day", "a day is written 2026-05-19, or " + UNDATED);
        }
        return new AgendaFilter(
                request.edition().id(),
                day,
                request.query("track"),
                request.query("type"),
                request.query("speaker"),
                Set.copyOf(ids));
    }

    /** Everything but the day and the ids, which are chosen from what this leaves. */
    boolean takes(SessionLine line) {
        return track.filter(wanted -> !line.track().equals(Optional.of(wanted))).isEmpty()
                && type.filter(wanted -> !line.sessionType().equals(wanted)).isEmpty()
                && speaker.filter(wanted -> !line.speakers().contains(wanted)).isEmpty()
                && (ids.isEmpty() || ids.contains(line.id()));
    }

    /** Whether it narrows the programme at all. */
    boolean narrow() {
        return track.isPresent() || type.isPresent() || speaker.isPresent() || !ids.isEmpty();
    }

    /** The query of the same choice on another day, beginning with a question mark. */
    String query(Optional<String> otherDay) {
        var parts = new ArrayList<String>();
        parts.add("edition=" + edition);
        otherDay.ifPresent(value -> parts.add("day=" + value));
        track.ifPresent(value -> parts.add("track=" + encode(value)));
        type.ifPresent(value -> parts.add("type=" + encode(value)));
        speaker.ifPresent(value -> parts.add("speaker=" + encode(value)));
        if (!ids.isEmpty()) {
            parts.add("ids=" + encode(String.join(",", ids.stream().sorted().toList())));
        }
        return "?" + String.join("&", parts);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
