package org.pavilion.plugin.forum;

import java.util.Comparator;
import java.util.List;
import org.pavilion.api.Html;
import org.pavilion.api.Person;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;

/** What a person did in which session: a person belongs to no edition, a role does. */
final class Speakers {
    private final PluginContext context;
    private final Sessions sessions;

    Speakers(PluginContext context, Sessions sessions) {
        this.context = context;
        this.sessions = sessions;
    }

    /** The part of a person's page. */
    Response part(Request request) {
        var person = request.query("id").flatMap(context.directory()::person);
        if (person.isEmpty()) {
            return Response.page(Html.empty());
        }
        var model = of(person.get());
        return Response.page(
                model.sessions().isEmpty() ? Html.empty() : context.templates().render(request, "person", model));
    }

    Response json(Request request) {
        var id = request.path("id");
        var person = context.directory()
                .person(id)
                .filter(Person::listed)
                .orElseThrow(() -> Problem.notFound("person " + id));
        return Response.json(of(person));
    }

    private SpeakerSessions of(Person person) {
        var links = context.links().of(new Ref("person", person.id()));
        List<SessionLine> lines = context.storage()
                .read(h -> links.stream()
                        .filter(link -> link.relation().equals("speaker")
                                && link.other().type().equals("session"))
                        .flatMap(link -> sessions.shelf().find(h, link.other().id()).stream())
                        .toList());
        var entries = lines.stream()
                .sorted(Comparator.comparing(SessionLine::day).reversed().thenComparing(SessionLine::id))
                .map(line -> entry(line, person))
                .toList();
        return new SpeakerSessions(person.id(), entries);
    }

    private SpeakerSessions.Entry entry(SessionLine line, Person person) {
        return new SpeakerSessions.Entry(
                line.id(),
                line.name(),
                line.edition(),
                sessions.names().edition(line.edition()).text(),
                Programme.when(line, context.directory()),
                line.roleOf(person.id()).orElse(person.role()),
                line.role(person.id()).flatMap(SessionLine.Role::title),
                SpeakerView.inferred(line, person),
                line.invented());
    }
}
