package org.pavilion.plugin.forum;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pavilion.api.Language;
import org.pavilion.api.Person;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;

/**
 * A session as the organiser's form has it: everything in words.
 *
 * @param day an ISO day at the venue
 * @param start hour at the venue, e.g. {@code 09:30}
 * @param speakers a line for each: id or name, then what they are and in which office, parted by bars
 */
public record Edited(
        Optional<String> edition,
        Optional<String> nameZh,
        Optional<String> nameEn,
        Optional<String> summaryZh,
        Optional<String> summaryEn,
        String type,
        Optional<String> day,
        Optional<String> start,
        Optional<String> end,
        Optional<String> placeZh,
        Optional<String> placeEn,
        Optional<String> track,
        Optional<String> speakers,
        Optional<String> onSite,
        Optional<String> online,
        Optional<String> stream) {
    static final Set<String> PARTS = Set.of("speaker", "moderator", "host", "panelist", "guest");

    /** A form that nobody filled in yet. */
    static Edited blank(String edition) {
        return new Edited(
                Optional.of(edition),
                Optional.empty(),
                Optional.empty(),
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
                Optional.empty(),
                Optional.empty());
    }

    static Edited of(SessionLine line, ZoneId zone, Function<String, Optional<Person>> people) {
        var start = line.startsAt().map(at -> at.atZone(zone));
        return new Edited(
                Optional.of(line.edition()),
                Optional.of(line.name().zh()),
                Optional.of(line.name().en()),
                Optional.of(line.summary().zh()),
                Optional.of(line.summary().en()),
                line.sessionType(),
                start.map(at -> at.toLocalDate().toString()),
                line.startsAt().map(at -> Programme.hour(at, zone)),
                line.endsAt().map(at -> Programme.hour(at, zone)),
                line.place().map(Text::zh),
                line.place().map(Text::en),
                line.track(),
                Optional.of(line.speakers().stream()
                        .map(id -> spoken(line, id, people))
                        .collect(Collectors.joining("\n"))),
                line.capacity().flatMap(SessionLine.Capacity::onSite).map(String::valueOf),
                line.capacity().flatMap(SessionLine.Capacity::online).map(String::valueOf),
                line.stream());
    }

    private static String spoken(SessionLine line, String id, Function<String, Optional<Person>> people) {
        var name = people.apply(id).map(person -> person.name().in(Language.ZH)).orElse("");
        var role = line.role(id);
        var part = role.map(each -> each.part().orElseGet(() -> each.role().in(Language.ZH)))
                .orElse("");
        var title = role.flatMap(SessionLine.Role::title)
                .map(each -> each.in(Language.ZH))
                .orElse("");
        return (id + " | " + part + " | " + title + " | " + name).replaceAll("[ |]+$", "");
    }

    /** The words as what they mean; what means nothing is refused with its field. */
    SessionDraft into(SessionDraft draft, ZoneId zone, Function<String, Optional<Person>> people) {
        draft.name = text(nameZh, nameEn).orElseThrow(() -> Problem.invalid("/nameZh", "a session has a name"));
        draft.summary = text(summaryZh, summaryEn).orElse(draft.name);
        draft.type = type;
        draft.start = at("/start", zone, start);
        draft.end = at("/end", zone, end).map(last -> midnight(draft.start, last));
        if (draft.start.isPresent() != draft.end.isPresent()) {
            throw Problem.invalid(draft.start.isPresent() ? "/end" : "/start", "both hours are needed, or none");
        }
        draft.place = text(placeZh, placeEn);
        draft.track = given(track);
        draft.stream = given(stream);
        var seats = new SessionLine.Capacity(number("/onSite", onSite), number("/online", online));
        draft.capacity = seats.onSite().isEmpty() && seats.online().isEmpty() ? Optional.empty() : Optional.of(seats);
        spoken(draft, people);
        return draft;
    }

    private void spoken(SessionDraft draft, Function<String, Optional<Person>> people) {
        var ids = new ArrayList<String>();
        var roles = new ArrayList<SessionLine.Role>();
        for (var line : speakers.orElse("")
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList()) {
            var cells = line.split("\\s*\\|\\s*", 4);
            var person = people.apply(cells[0])
                    .orElseThrow(() -> Problem.invalid("/speakers", "the directory has nobody called " + cells[0]));
            ids.add(person.id());
            if (cells.length > 1) {
                roles.add(role(draft.roles, person.id(), cells));
            }
        }
        draft.speakers = List.copyOf(ids);
        draft.roles = List.copyOf(roles);
    }

    private static SessionLine.Role role(List<SessionLine.Role> before, String person, String[] cells) {
        var old = before.stream().filter(each -> each.person().equals(person)).findFirst();
        var title = cells.length > 2 && !cells[2].isEmpty()
                ? old.flatMap(SessionLine.Role::title)
                        .filter(words -> words.in(Language.ZH).equals(cells[2]))
                        .or(() -> Optional.of(Text.same(cells[2])))
                : Optional.<Text>empty();
        boolean known = PARTS.contains(cells[1]);
        var words = old.map(SessionLine.Role::role)
                .filter(role -> role.in(Language.ZH).equals(cells[1])
                        || old.get().part().equals(Optional.of(cells[1])))
                .orElseGet(() -> known ? Terms.of(cells[1]) : Text.same(cells[1]));
        return new SessionLine.Role(
                person,
                words,
                known ? Optional.of(cells[1]) : Optional.empty(),
                title,
                old.flatMap(SessionLine.Role::inferred));
    }

    private Optional<Instant> at(String pointer, ZoneId zone, Optional<String> hour) {
        try {
            return given(hour)
                    .map(time -> LocalDate.parse(given(day).orElse(""))
                            .atTime(LocalTime.parse(time))
                            .atZone(zone)
                            .toInstant());
        } catch (DateTimeParseException e) {
            throw Problem.invalid(given(day).isEmpty() ? "/day" : pointer, "a day and an hour, such as 09:30")
                    .causedBy(e);
        }
    }

    /** A session that ends at an earlier hour than it begins ends on the next day. */
    private static Instant midnight(Optional<Instant> start, Instant end) {
        return start.filter(end::isBefore).isPresent() ? end.plusSeconds(86_400) : end;
    }

    private static Optional<Integer> number(String pointer, Optional<String> words) {
        try {
            return given(words).map(Integer::valueOf).filter(number -> {
                if (number < 0 || number > 1_000_000) {
                    throw Problem.invalid(pointer, "a number from 0 to 1000000, or nothing");
                }
                return true;
            });
        } catch (NumberFormatException e) {
            throw Problem.invalid(pointer, "a number from 0 to 1000000, or nothing")
                    .causedBy(e);
        }
    }

    static Optional<Text> text(Optional<String> zh, Optional<String> en) {
        var chinese = given(zh).orElse("");
        var english = given(en).orElse("");
        return chinese.isEmpty() && english.isEmpty() ? Optional.empty() : Optional.of(new Text(chinese, english));
    }

    private static Optional<String> given(Optional<String> words) {
        return words.map(String::strip).filter(each -> !each.isEmpty());
    }
}
