package org.pavilion.plugin.forum;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pavilion.api.Edition;
import org.pavilion.api.Html;
import org.pavilion.api.Mark;
import org.pavilion.api.Person;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Text;

/** The programme's page and the page of one session. */
final class ForumPages {
    private final PluginContext context;
    private final Agenda agenda;
    private final Sessions sessions;
    private final InstantSource clock;
    private final Ceremonies ceremonies;
    private final Seats seats;

    ForumPages(PluginContext context, Agenda agenda, Sessions sessions, InstantSource clock) {
        this.ceremonies = new Ceremonies(context, sessions);
        this.seats = new Seats(context, sessions);
        this.context = context;
        this.agenda = agenda;
        this.sessions = sessions;
        this.clock = clock;
    }

    Html agenda(Request request) {
        var filter = AgendaFilter.from(request);
        var view = agenda.view(filter);
        var table = Timetable.of(view.slots(), view.now());
        var tabs = view.days().stream()
                .map(day -> new AgendaPage.Tab(day, "/agenda" + filter.query(Optional.of(day.day()))))
                .toList();
        var page = new AgendaPage(
                view,
                table,
                nowBefore(view),
                tabs,
                filter.query(Optional.empty()),
                filter.query(Optional.of(view.day()).filter(day -> !day.isEmpty())),
                filter.narrow());
        return context.templates().render(request, "agenda", page);
    }

    /** The first session of today that has not begun; none when today is over or another day is shown. */
    private static Optional<String> nowBefore(AgendaView view) {
        boolean begun = view.slots().stream()
                .anyMatch(slot -> slot.phase()
                        .filter(phase -> phase != SessionLine.Phase.NEXT)
                        .isPresent());
        return begun
                ? view.slots().stream()
                        .filter(slot -> slot.phase()
                                .filter(phase -> phase == SessionLine.Phase.NEXT)
                                .isPresent())
                        .map(AgendaView.Slot::id)
                        .findFirst()
                : Optional.empty();
    }

    Html session(Request request, SessionLine line) {
        var edition = context.directory().edition(line.edition());
        var now = clock.instant();
        var people = agenda.people(List.of(line));
        var others = line.timed() ? agenda.all(line.edition()) : List.<SessionLine>of();
        var clashes = Clash.against(line, others);
        clashes.forEach(clash -> people.putAll(agenda.people(List.of(clash.first(), clash.second()))));
        var phase = context.storage().read(h -> Standing.read(h, now)).of(line);
        var blocks = ceremonies.of(line, request.caller());
        var channels = context.storage().read(h -> seats.of(h, line));
        var model = new SessionView(
                line,
                Terms.of(line.sessionType()),
                sessions.names().edition(line.edition()).text(),
                "/agenda?edition=" + line.edition()
                        + edition.map(Agenda::zone)
                                .map(zone -> "&day=" + Agenda.day(line, zone))
                                .orElse(""),
                marks(line, phase),
                SessionFacts.of(line, context.directory(), sessions.names()),
                SpeakerView.of(line, people),
                phase,
                sessions.rooms().of(line).filter(room -> open(edition) || room.stream()),
                phase.filter(each -> each == SessionLine.Phase.NEXT)
                        .map(next -> until(now, line.startsAt().orElse(now))),
                Agenda.conflicts(line, people, clashes),
                blocks,
                channels,
                names(blocks),
                zone(edition),
                papers(line, request, blocks),
                context.directory().claims(line.ref()));
        return context.templates().render(request, "session", model);
    }

    /** What stands below a session's live room; nothing below the rooms of others. */
    Response room(Request request) {
        var line = request.query("target")
                .map(Ref::of)
                .filter(target -> target.type().equals("session"))
                .flatMap(target -> context.storage().read(h -> sessions.shelf().find(h, target.id())));
        if (line.isEmpty()) {
            return Response.page(Html.empty());
        }
        var blocks = ceremonies.of(line.get(), request.caller());
        var model = new RoomPart(
                line.get(),
                SessionFacts.of(line.get(), context.directory(), sessions.names()),
                SpeakerView.of(line.get(), agenda.people(List.of(line.get()))),
                papers(line.get(), request, blocks),
                blocks,
                zone(context.directory().edition(line.get().edition())),
                names(blocks));
        return Response.page(context.templates().render(request, "room", model));
    }

    /** The papers of a session that no block of it shows already. */
    private List<Material> papers(SessionLine line, Request request, List<Block> blocks) {
        var shown = blocks.stream()
                .flatMap(block -> block.published().stream())
                .map(Block.Published::ref)
                .collect(Collectors.toSet());
        return new Materials(context)
                .of(line.ref(), request.caller()).stream()
                        .filter(paper -> !shown.contains(paper.ref()))
                        .toList();
    }

    /** Names of those who speak in single blocks. */
    private Map<String, Text> names(List<Block> blocks) {
        var ids = blocks.stream()
                .flatMap(block -> block.people().stream())
                .distinct()
                .toList();
        return context.directory().people(ids).stream()
                .filter(Person::listed)
                .collect(Collectors.toMap(Person::id, Person::name, (one, same) -> one));
    }

    private static ZoneId zone(Optional<Edition> edition) {
        return edition.map(Agenda::zone).orElse(ZoneOffset.UTC);
    }

    private static boolean open(Optional<Edition> edition) {
        return edition.filter(each -> each.status() == Edition.Status.OPEN).isPresent();
    }

    private static List<Mark> marks(SessionLine line, Optional<SessionLine.Phase> phase) {
        var marks = new ArrayList<Mark>();
        phase.map(Programme::mark).ifPresent(marks::add);
        if (line.moved().isPresent() && !line.cancelled()) {
            marks.add(Sessions.MOVED);
        }
        if (line.existenceInferred().isPresent()) {
            marks.add(new Mark(new Text("推定", "Inferred"), Mark.Tone.GOLD));
        }
        return marks;
    }

    /** How long until then, in the two largest units. */
    static Text until(Instant now, Instant then) {
        var left = Duration.between(now, then);
        if (left.toDays() > 0) {
            return new Text(
                    left.toDays() + " 天 " + left.toHoursPart() + " 小时",
                    left.toDays() + " d " + left.toHoursPart() + " h");
        }
        long minutes = Math.max(1, left.plusSeconds(59).toMinutes());
        return minutes >= 60
                ? new Text(minutes / 60 + " 小时 " + minutes % 60 + " 分钟", minutes / 60 + " h " + minutes % 60 + " min")
                : new Text(minutes + " 分钟", minutes + " min");
    }
}
