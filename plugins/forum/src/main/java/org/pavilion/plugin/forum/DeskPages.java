package org.pavilion.plugin.forum;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.pavilion.api.Directory;
import org.pavilion.api.Html;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Person;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Scope;
import org.pavilion.api.Text;

/** The organiser's programme: its list, one session in a form, and the blocks of a ceremony. */
final class DeskPages {
    static final Permission EDIT = new Permission("forum:edit");
    static final Permission RUN = new Permission("forum:ceremony.run");
    static final String NEW = "new";

    private static final List<String> TYPES = List.of(
            "forum",
            "keynote",
            "talk-show",
            "release",
            "trading",
            "talk",
            "parallel-forum",
            "plenary",
            "roundtable",
            "workshop",
            "demonstration",
            "ceremony",
            "press",
            "launch",
            "contest-final",
            "exhibition");

    private final PluginContext context;
    private final Agenda agenda;
    private final Sessions sessions;
    private final SessionDesk desk;
    private final Ceremonies ceremonies;
    private final InstantSource clock;

    DeskPages(
            PluginContext context,
            Agenda agenda,
            Sessions sessions,
            SessionDesk desk,
            Ceremonies ceremonies,
            InstantSource clock) {
        this.context = context;
        this.agenda = agenda;
        this.sessions = sessions;
        this.desk = desk;
        this.ceremonies = ceremonies;
        this.clock = clock;
    }

    /** What stands in the frame of the organiser's programme. */
    Response part(Request request) {
        var id = request.query("session");
        boolean editor = context.access().can(request.caller(), EDIT, Scope.EXPO);
        if (id.isEmpty()) {
            return Response.page(editor ? list(request) : own(request));
        }
        if (id.get().equals(NEW)) {
            context.access().require(request.caller(), EDIT, Scope.EXPO);
            var fresh = SessionDraft.fresh(NEW, request.edition().id()).line();
            return Response.page(edit(request, fresh, Edited.blank(fresh.edition()), Optional.empty()));
        }
        var line = context.storage().read(h -> sessions.asked(h, id.get()));
        if (request.query("ceremony").isPresent()) {
            context.access().require(request.caller(), RUN, line.ref());
            return Response.page(ceremony(request, line));
        }
        context.access().require(request.caller(), EDIT, line.ref());
        var zone = Agenda.zone(agenda.edition(line.edition()));
        return Response.page(edit(request, line, Edited.of(line, zone, this::person), Optional.empty()));
    }

    private Html list(Request request) {
        var edition = request.edition();
        var zone = Agenda.zone(edition);
        var all = agenda.all(edition.id());
        var counts = new TreeMap<String, Integer>();
        all.forEach(line -> counts.merge(Agenda.day(line, zone), 1, Integer::sum));
        var today = clock.instant().atZone(zone).toLocalDate().toString();
        var day = request.query("day")
                .filter(counts::containsKey)
                .orElseGet(() -> counts.containsKey(today) || counts.isEmpty() ? today : counts.firstKey());
        var shown =
                all.stream().filter(line -> Agenda.day(line, zone).equals(day)).toList();
        return rendered(request, shown, Agenda.days(counts, day), day, true);
    }

    /** Somebody who moderates sessions sees those. */
    private Html own(Request request) {
        var shown = agenda.all(request.edition().id()).stream()
                .filter(line -> !line.agenda().isEmpty())
                .filter(line -> context.access().can(request.caller(), RUN, line.ref()))
                .toList();
        return rendered(request, shown, List.of(), "", false);
    }

    private Html rendered(
            Request request, List<SessionLine> shown, List<AgendaView.Day> days, String day, boolean editor) {
        var edition = request.edition();
        var rows = shown.stream()
                .map(line -> new DeskView.Row(
                        line,
                        Programme.when(line, context.directory()),
                        sessions.row(line).marks(),
                        line.agenda().size(),
                        ceremonies.held(line.id()).size()))
                .toList();
        var places = shown.stream()
                .flatMap(line -> line.spot().stream())
                .distinct()
                .sorted()
                .toList();
        return context.templates()
                .render(
                        request,
                        "desk",
                        new DeskView(
                                edition.id(),
                                edition.name(),
                                edition.zone(),
                                days,
                                day,
                                rows,
                                places,
                                done(request),
                                editor));
    }

    private Optional<DeskView.Done> done(Request request) {
        return request.query("act")
                .flatMap(desk::act)
                .map(act -> new DeskView.Done(
                        act.undone() ? "undone" : act.kind(),
                        act.id(),
                        act.sessions(),
                        !act.undone() && !act.kind().equals("created")));
    }

    /** The form, as it is stored or as it was typed and refused. */
    Html edit(Request request, SessionLine line, Edited form, Optional<EditView.Fault> fault) {
        var edition = agenda.edition(line.edition());
        var types = TYPES.stream()
                .map(type -> new AgendaView.Choice(type, Terms.of(type), type.equals(form.type())))
                .toList();
        var tracks = context.directory().fields().stream()
                .map((Directory.Field field) -> new AgendaView.Choice(
                        field.id(), field.name(), form.track().equals(Optional.of(field.id()))))
                .toList();
        return context.templates()
                .render(
                        request,
                        "edit",
                        new EditView(
                                line.id(),
                                line.id().equals(NEW),
                                line.name(),
                                edition.name(),
                                edition.zone(),
                                form,
                                types,
                                tracks,
                                line.cancelled(),
                                !line.agenda().isEmpty(),
                                fault,
                                done(request)));
    }

    private Html ceremony(Request request, SessionLine line) {
        var edition = agenda.edition(line.edition());
        var held = ceremonies.held(line.id());
        var rows = ceremonies.of(line, request.caller()).stream()
                .map(block -> new CeremonyView.Row(
                        block,
                        held.stream()
                                .filter(each -> each.block().equals(block.id()))
                                .map(each -> new CeremonyView.Waiting(each.ref().toString(), each.name()))
                                .toList()))
                .toList();
        return context.templates()
                .render(
                        request,
                        "ceremony",
                        new CeremonyView(
                                line,
                                edition.name(),
                                sessions.rooms().path(line),
                                rows,
                                request.query("run"),
                                ceremonies.kinds(),
                                Agenda.zone(edition),
                                context.access().can(request.caller(), EDIT, line.ref()),
                                line.cancelled()));
    }

    /** A person by id, else by a name that only one has among those who spoke. */
    Optional<Person> person(String words) {
        var byId = context.directory().person(words);
        if (byId.isPresent()) {
            return byId;
        }
        var found = context.storage().read(h -> Programme.speakers(h, sessions.shelf())).stream()
                .flatMap(id -> context.directory().person(id).stream())
                .filter(person -> named(person.name(), words))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean named(Text name, String words) {
        return name.zh().equalsIgnoreCase(words) || name.in(Language.EN).equalsIgnoreCase(words);
    }
}
