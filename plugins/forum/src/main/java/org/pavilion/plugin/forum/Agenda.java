package org.pavilion.plugin.forum;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;
import org.pavilion.api.Language;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Person;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;

/** Answers what the programme of an edition is, for the page, the API and calendar files alike. */
final class Agenda {
    private static final Comparator<SessionLine> BY_START = Comparator.comparing(
                    (SessionLine line) -> line.startsAt().orElse(Instant.MAX))
            .thenComparing(
                    line -> line.place().map(place -> place.in(Language.EN)).orElse(""))
            .thenComparing(SessionLine::id);

    private final PluginContext context;
    private final Directory directory;
    private final Sessions sessions;
    private final InstantSource clock;

    Agenda(PluginContext context, Sessions sessions, InstantSource clock) {
        this.context = context;
        this.directory = context.directory();
        this.sessions = sessions;
        this.clock = clock;
    }

    Edition edition(String id) {
        return directory.edition(id).orElseThrow(() -> Problem.notFound("edition " + id));
    }

    static ZoneId zone(Edition edition) {
        return ZoneId.of(edition.zone());
    }

    /** All sessions of the edition and those it hosts, by start. */
    List<SessionLine> all(String edition) {
        var editions = directory.withHosted(edition);
        return context.storage().read(h -> Programme.all(h, sessions.shelf(), editions)).stream()
                .sorted(BY_START)
                .toList();
    }

    /** The sessions that the filter asks for, on its day if it names one. */
    List<SessionLine> chosen(AgendaFilter filter) {
        var zone = zone(edition(filter.edition()));
        return all(filter.edition()).stream()
                .filter(filter::takes)
                .filter(line -> filter.day()
                        .filter(wanted -> !wanted.equals(day(line, zone)))
                        .isEmpty())
                .toList();
    }

    AgendaView view(AgendaFilter filter) {
        var edition = edition(filter.edition());
        var zone = zone(edition);
        var now = clock.instant();
        var standing = context.storage().read(h -> Standing.read(h, now));
        var all = all(edition.id());
        var left = all.stream().filter(filter::takes).toList();
        var counts = new TreeMap<String, Integer>();
        all.forEach(line -> counts.putIfAbsent(day(line, zone), 0));
        left.forEach(line -> counts.merge(day(line, zone), 1, Integer::sum));
        var day = filter.day()
                .orElseGet(() -> firstDay(
                        counts,
                        Programme.in(left, SessionLine.Phase.LIVE, standing).stream()
                                .findFirst()
                                .map(line -> day(line, zone))
                                .orElseGet(() -> now.atZone(zone).toLocalDate().toString())));
        var clashes = Clash.among(all);
        var people = people(all);
        var shown = left.stream().filter(line -> day(line, zone).equals(day)).toList();
        return new AgendaView(
                edition.id(),
                edition.name(),
                edition.zone(),
                edition.status() == Edition.Status.OPEN,
                edition.status() == Edition.Status.ANNOUNCED,
                edition.synthetic(),
                now,
                days(counts, day),
                day,
                shown.stream()
                        .map(line -> slot(line, standing, people, clashes))
                        .toList(),
                clashes.size(),
                tracks(all, filter),
                types(all, filter),
                speakers(all, people, filter),
                editions(edition.id()));
    }

    private AgendaView.Slot slot(SessionLine line, Standing standing, Map<String, Person> people, List<Clash> clashes) {
        return new AgendaView.Slot(
                line.id(),
                line.name(),
                line.summary(),
                line.sessionType(),
                Terms.of(line.sessionType()),
                line.track(),
                line.track().map(sessions.names()::field),
                line.startsAt(),
                line.endsAt(),
                line.timed() ? Optional.empty() : Programme.when(line, directory),
                line.place(),
                SpeakerView.of(line, people),
                line.languages(),
                standing.of(line),
                line.moved().isPresent(),
                conflicts(line, people, clashes),
                sessions.rooms().path(line),
                line.invented());
    }

    /** What keeps the session from its hour, for a reader. */
    static List<AgendaView.Conflict> conflicts(SessionLine line, Map<String, Person> people, List<Clash> clashes) {
        return clashes.stream()
                .filter(clash -> clash.touches(line.id()))
                .map(clash -> {
                    var other = clash.other(line.id());
                    var shared = switch (clash.cause()) {
                        case PLACE -> line.place().orElse(Text.same(clash.shared()));
                        case SPEAKER ->
                            Optional.ofNullable(people.get(clash.shared()))
                                    .map(Person::name)
                                    .orElse(Text.same(clash.shared()));
                    };
                    return new AgendaView.Conflict(
                            clash.cause() == Clash.Cause.PLACE ? "place" : "speaker", shared, other.id(), other.name());
                })
                .toList();
    }

    Map<String, Person> people(Collection<SessionLine> of) {
        var ids =
                of.stream().flatMap(line -> line.speakers().stream()).distinct().toList();
        return directory.people(ids).stream()
                .collect(Collectors.toMap(Person::id, Function.identity(), (one, same) -> one, HashMap::new));
    }

    /** The ISO day at the venue, as far as it is known. */
    static String day(SessionLine line, ZoneId zone) {
        return line.startsAt()
                .map(at -> at.atZone(zone).toLocalDate().toString())
                .or(() -> line.date().filter(PartialDate::complete).map(PartialDate::text))
                .orElse(AgendaFilter.UNDATED);
    }

    /** The day of what is on, else today, else the first day with anything. */
    private static String firstDay(Map<String, Integer> counts, String today) {
        if (counts.getOrDefault(today, 0) > 0) {
            return today;
        }
        return counts.entrySet().stream()
                .filter(day -> day.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(counts.isEmpty() ? "" : counts.keySet().iterator().next());
    }

    static List<AgendaView.Day> days(Map<String, Integer> counts, String chosen) {
        return counts.entrySet().stream()
                .map(day -> new AgendaView.Day(
                        day.getKey(),
                        label(day.getKey()),
                        day.getValue(),
                        day.getKey().equals(chosen)))
                .toList();
    }

    /** The day in words, with its weekday. */
    static Text label(String day) {
        if (day.isEmpty() || day.equals(AgendaFilter.UNDATED)) {
            return new Text("日期未载", "Day not given");
        }
        return new Text(Programme.day(day, Language.ZH), Programme.day(day, Language.EN));
    }

    private List<AgendaView.Choice> tracks(List<SessionLine> all, AgendaFilter filter) {
        return all.stream()
                .flatMap(line -> line.track().stream())
                .distinct()
                .sorted()
                .map(track -> choice(track, sessions.names().field(track), filter.track()))
                .toList();
    }

    private static List<AgendaView.Choice> types(List<SessionLine> all, AgendaFilter filter) {
        return all.stream()
                .map(SessionLine::sessionType)
                .distinct()
                .sorted()
                .map(type -> choice(type, Terms.of(type), filter.type()))
                .toList();
    }

    private static List<AgendaView.Choice> speakers(
            List<SessionLine> all, Map<String, Person> people, AgendaFilter filter) {
        return all.stream()
                .flatMap(line -> line.speakers().stream())
                .distinct()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .filter(Person::listed)
                .sorted(Comparator.comparing(person -> person.name().en()))
                .map(person -> choice(person.id(), person.name(), filter.speaker()))
                .toList();
    }

    private static AgendaView.Choice choice(String value, Text label, Optional<String> chosen) {
        return new AgendaView.Choice(value, label, chosen.equals(Optional.of(value)));
    }

    /** The editions that have sessions, newest first: the open one and the archive. */
    private List<AgendaView.Choice> editions(String chosen) {
        Set<String> with = context.storage().read(h -> Programme.editions(h, sessions.shelf()));
        var choices = new ArrayList<AgendaView.Choice>();
        for (var edition : directory.editions()) {
            boolean has = directory.withHosted(edition.id()).stream().anyMatch(with::contains);
            if (has && (edition.hostedWithin().isEmpty() || edition.id().equals(chosen))) {
                choices.add(new AgendaView.Choice(
                        edition.id(), edition.name(), edition.id().equals(chosen)));
            }
        }
        return choices;
    }
}
