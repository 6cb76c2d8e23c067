package org.pavilion.plugin.forum;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Calendar;
import org.pavilion.api.ICalendar;
import org.pavilion.api.Language;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Text;

/** Calendar files of one session, of a day, of an edition or of the sessions a visitor starred. */
final class Calendars {
    private static final String TYPE = "text/calendar; charset=utf-8";

    private final PluginContext context;
    private final Agenda agenda;
    private final Sessions sessions;

    Calendars(PluginContext context, Agenda agenda, Sessions sessions) {
        this.context = context;
        this.agenda = agenda;
        this.sessions = sessions;
    }

    /** {@code /agenda.ics}: what the agenda shows for the same query, or only {@code ids}. */
    Response agenda(Request request) {
        var filter = AgendaFilter.from(request);
        var edition = agenda.edition(filter.edition());
        var day = filter.day().map(value -> "-" + value).orElse("");
        return file(
                "agenda-" + edition.id() + day + ".ics",
                edition.name().in(request.language()),
                Agenda.zone(edition),
                agenda.chosen(filter),
                request.language());
    }

    /** {@code /forum/{id}/session.ics}. */
    Response session(Request request) {
        var id = request.path("id");
        var line = context.storage()
                .read(h -> sessions.shelf().find(h, id))
                .orElseThrow(() -> Problem.notFound("session " + id));
        return file(
                id + ".ics",
                line.name().in(request.language()),
                Agenda.zone(agenda.edition(line.edition())),
                List.of(line),
                request.language());
    }

    /** When sessions take place, for the agendas of people who starred them. */
    List<Calendar.Entry> entries(Collection<Ref> refs) {
        return context.storage().read(h -> {
            var entries = new ArrayList<Calendar.Entry>();
            for (var ref : refs) {
                sessions.shelf()
                        .find(h, ref.id())
                        .filter(SessionLine::timed)
                        .map(line -> new Calendar.Entry(
                                line.ref(),
                                line.cancelled() ? cancelled(line.name()) : line.name(),
                                line.place().map(place -> place.in(Language.ZH)).orElse(""),
                                line.startsAt().orElseThrow(),
                                line.endsAt().orElseThrow(),
                                sessions.version(h, line.id()),
                                Instant.ofEpochMilli(
                                        sessions.shelf().changedAt(h, line.id()).orElse(0L)),
                                line.cancelled()))
                        .ifPresent(entries::add);
            }
            return entries;
        });
    }

    private static Text cancelled(Text name) {
        return new Text("已取消：" + name.zh(), "Cancelled: " + name.in(Language.EN));
    }

    private Response file(String file, String name, ZoneId zone, List<SessionLine> lines, Language language) {
        var events = context.storage().read(h -> events(h, lines, language));
        var bytes = new ICalendar(name, zone, events).text().getBytes(StandardCharsets.UTF_8);
        return Response.stream(TYPE, file, out -> out.write(bytes));
    }

    private List<ICalendar.Event> events(Handle h, List<SessionLine> lines, Language language) {
        var people = agenda.people(lines);
        var events = new ArrayList<ICalendar.Event>();
        for (var line : lines) {
            var when = when(line);
            if (when.isEmpty()) {
                continue; // a calendar has no place for a day that nobody knows
            }
            var speakers = SpeakerView.of(line, people).stream()
                    .map(speaker ->
                            speaker.name().in(language) + " · " + speaker.role().in(language))
                    .collect(Collectors.joining("\n"));
            events.add(new ICalendar.Event(
                    "session-" + line.id() + "@" + line.edition() + ".pavilion",
                    sessions.version(h, line.id()),
                    Instant.ofEpochMilli(
                            sessions.shelf().changedAt(h, line.id()).orElse(0L)),
                    when.get(),
                    (line.invented() ? (language == Language.ZH ? "【演示】" : "[Demo] ") : "")
                            + line.name().in(language),
                    line.summary().in(language) + (speakers.isEmpty() ? "" : "\n\n" + speakers),
                    line.place().map(place -> place.in(language)),
                    List.of(Terms.of(line.sessionType()).in(language)),
                    line.cancelled()));
        }
        return events;
    }

    private static Optional<ICalendar.When> when(SessionLine line) {
        if (line.timed()) {
            return Optional.of(new ICalendar.When.Hours(
                    line.startsAt().orElseThrow(), line.endsAt().orElseThrow()));
        }
        return line.date()
                .filter(date -> date.complete())
                .map(date -> new ICalendar.When.Days(
                        date.earliest(),
                        line.endDate()
                                .filter(last -> last.complete())
                                .orElse(date)
                                .latest()));
    }
}
