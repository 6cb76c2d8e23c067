package org.pavilion.plugin.forum;

import java.time.Instant;
import java.util.List;
import org.pavilion.api.Language;
import org.pavilion.api.Outcome;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Routes;
import org.pavilion.api.Text;

/** The programme for machines; lists and single records come with the board. */
final class ForumApi {
    private static final Permission EDIT = new Permission("forum:edit");

    private final PluginContext context;
    private final Agenda agenda;
    private final Sessions sessions;
    private final Speakers speakers;
    private final NowAndNext now;

    ForumApi(PluginContext context, Agenda agenda, Sessions sessions, Speakers speakers, NowAndNext now) {
        this.context = context;
        this.agenda = agenda;
        this.sessions = sessions;
        this.speakers = speakers;
        this.now = now;
    }

    /** Sessions that cannot both take place. */
    record Clashes(String edition, List<Pair> clashes) {
        record Pair(String first, String second, String cause, String shared) {}
    }

    /** The papers of a session. */
    record Papers(String session, List<Paper> papers) {
        /**
         * One of them.
         *
         * @param zh characters of Chinese; 0 when it has none
         * @param en words of English; 0 when it has none
         */
        record Paper(Ref ref, Text kind, Text name, String path, int zh, int en) {
            static Paper of(Material material) {
                return new Paper(
                        material.ref(),
                        material.kind(),
                        material.name(),
                        material.path(),
                        material.length(Language.ZH),
                        material.length(Language.EN));
            }
        }
    }

    /** When sessions take place; those without an hour are left out. */
    record Hours(List<Hour> sessions) {
        record Hour(String id, Text name, Instant start, Instant end) {}
    }

    void addTo(Routes routes) {
        routes.add(Route.get("/now")
                        .needs(Permission.PUBLIC)
                        .summary("What is on now and what comes next in the open edition.")
                        .answers(200, NowAndNext.Now.class)
                        .handle(now::json))
                .add(Route.get("/agenda")
                        .needs(Permission.PUBLIC)
                        .query("edition", "id of an edition; with those it hosts; else the current one")
                        .query("day", "an ISO day at the venue, or undated; else today or the first day")
                        .query("track", "id of a field of technology, or a track's name")
                        .query("type", "type of session")
                        .query("speaker", "id of a person")
                        .query("ids", "ids of sessions, separated by commas")
                        .summary("The programme of an edition on one day, with clashes marked.")
                        .answers(200, AgendaView.class)
                        .handle(request -> Response.json(agenda.view(AgendaFilter.from(request)))))
                .add(Route.get("/hours")
                        .needs(Permission.PUBLIC)
                        .query("edition", "id of an edition; with those it hosts; else the current one")
                        .query("ids", "ids of sessions, separated by commas; else all")
                        .summary("When sessions of an edition take place.")
                        .answers(200, Hours.class)
                        .handle(this::hours))
                .add(Route.get("/clashes")
                        .needs(Permission.PUBLIC)
                        .query("edition", "id of an edition; with those it hosts; else the current one")
                        .summary("Sessions of an edition that share a speaker or a place at the same time.")
                        .answers(200, Clashes.class)
                        .handle(this::clashes))
                .add(Route.get("/people/{id}/sessions")
                        .needs(Permission.PUBLIC)
                        .summary("The sessions of one person in all editions, with the role in each.")
                        .answers(200, SpeakerSessions.class)
                        .handle(speakers::json))
                .add(Route.get("/sessions/{id}/papers")
                        .needs(Permission.PUBLIC)
                        .summary("What was released, issued or signed at a session, with languages and length.")
                        .answers(200, Papers.class)
                        .handle(this::papers))
                .add(Route.put("/sessions/{id}")
                        .needs(EDIT)
                        .takes(SessionLine.class)
                        .summary("Stores a session, unless its speaker or place is taken at that time.")
                        .answers(200, SessionLine.class)
                        .handle(this::put));
    }

    private Response papers(Request request) {
        var id = request.path("id");
        var session = context.storage()
                .read(h -> sessions.shelf().find(h, id))
                .orElseThrow(() -> Problem.notFound("session " + id));
        return Response.json(new Papers(
                id,
                new Materials(context)
                        .of(session.ref(), request.caller()).stream()
                                .map(Papers.Paper::of)
                                .toList()));
    }

    private Response hours(Request request) {
        return Response.json(new Hours(agenda.chosen(AgendaFilter.from(request)).stream()
                .filter(SessionLine::timed)
                .map(line -> new Hours.Hour(
                        line.id(),
                        line.name(),
                        line.startsAt().orElseThrow(),
                        line.endsAt().orElseThrow()))
                .toList()));
    }

    private Response clashes(Request request) {
        var edition = request.edition().id();
        var pairs = Clash.among(agenda.all(edition)).stream()
                .map(clash -> new Clashes.Pair(
                        clash.first().id(),
                        clash.second().id(),
                        clash.cause() == Clash.Cause.PLACE ? "place" : "speaker",
                        clash.shared()))
                .toList();
        return Response.json(new Clashes(edition, pairs));
    }

    private Response put(Request request) {
        var line = request.body(SessionLine.class);
        if (!line.id().equals(request.path("id"))) {
            throw Problem.invalid("/id", "the record is of " + line.id());
        }
        return context.storage().write((h, journal) -> switch (sessions.put(h, journal, line)) {
            case Outcome.Rejected refused ->
                throw new Problem(refused.code(), 409, refused.detail()).at(refused.pointer());
            case Outcome.Duplicate twin ->
                throw new Problem("session.duplicate", 409, "the session is there as " + twin.of());
            case Outcome.Created created -> Response.json(line);
            case Outcome.Updated updated -> Response.json(line);
            case Outcome.Same same -> Response.json(line);
        });
    }
}
