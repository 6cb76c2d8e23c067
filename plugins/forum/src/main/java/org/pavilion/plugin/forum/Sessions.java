package org.pavilion.plugin.forum;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Catalogue;
import org.pavilion.api.Directory;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.Language;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Listing;
import org.pavilion.api.Mark;
import org.pavilion.api.Names;
import org.pavilion.api.Outcome;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Sheet;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** The sessions of all editions, and which of them are on. */
record Sessions(
        Shelf<SessionLine> shelf,
        Links links,
        Directory directory,
        Names names,
        SessionRooms rooms,
        InstantSource clock)
        implements Catalogue<SessionLine> {

    /** Stands on a session that is not where the programme once had it. */
    static final Mark MOVED = new Mark(new Text("时间或地点有变", "Moved"), Mark.Tone.GOLD);

    Sessions(PluginContext context, Names names, SessionRooms rooms, InstantSource clock) {
        this(
                new Shelf<>(
                        "session",
                        "forum_session",
                        SessionLine.class,
                        context.json(),
                        line -> new Shelf.Spine(
                                line.id(),
                                line.edition(),
                                line.sessionType(),
                                line.day(),
                                line.name(),
                                line.invented())),
                context.links(),
                context.directory(),
                names,
                rooms,
                clock);
    }

    @Override
    public Listing.Tab list() {
        return ForumPlugin.SESSIONS;
    }

    @Override
    public List<Listing.Tab> tabs() {
        return ForumPlugin.TABS;
    }

    @Override
    public Text lede() {
        return new Text("论坛、发布会与活动，以及在那里发言的人。", "Forums, releases and events, and who spoke there.");
    }

    @Override
    public Text categories() {
        return new Text("场次类型", "Type of session");
    }

    @Override
    public Text category(String code) {
        return Terms.of(code);
    }

    @Override
    public DomainEvent changed(SessionLine line) {
        return new SessionChanged(line.ref(), line.edition());
    }

    @Override
    public void link(Handle h, Journal journal, SessionLine line) {
        line.speakers().forEach(person -> {
            links.link(h, journal, line.ref(), new Ref("person", person), "speaker");
            directory.tookPart(h, journal, person, line.edition());
        });
        line.presents().forEach(shown -> links.link(h, journal, line.ref(), Ref.of(shown), "presents"));
        line.venue().ifPresent(zone -> links.link(h, journal, line.ref(), new Ref("zone", zone), "located-in"));
        line.partOf().ifPresent(whole -> links.link(h, journal, line.ref(), new Ref("session", whole), "part-of"));
    }

    /**
     * A session whose speaker or place is taken at its hour is refused with the name of the other one.
     * Places are an edition's own; a person is in one place, whatever the edition.
     */
    @Override
    public Optional<Outcome.Rejected> refuse(Handle h, SessionLine line) {
        return refuse(h, line, List.of());
    }

    /** The same beside sessions that change at once with it. */
    Optional<Outcome.Rejected> refuse(Handle h, SessionLine line, List<SessionLine> changing) {
        if (line.cancelled()) {
            return Optional.empty();
        }
        var state = line.state().filter(word -> !word.equals(SessionLine.CANCELLED));
        if (state.isPresent()) {
            return Optional.of(
                    new Outcome.Rejected("/state", "session.state", "a session is cancelled, or takes place"));
        }
        if (line.startsAt().isEmpty() || line.endsAt().isEmpty()) {
            return Optional.empty();
        }
        var start = line.startsAt().get();
        var end = line.endsAt().get();
        if (!line.timed() || start.plus(Programme.LONGEST).isBefore(end)) {
            return Optional.of(new Outcome.Rejected(
                    "/endsAt", "session.hours", "a session ends after it starts, at most three days later"));
        }
        var changed = changing.stream().map(SessionLine::id).toList();
        var others = Stream.concat(
                        Programme.near(h, shelf, start, end).stream().filter(each -> !changed.contains(each.id())),
                        changing.stream())
                .toList();
        return Clash.against(line, others).stream()
                .filter(clash -> clash.cause() == Clash.Cause.SPEAKER
                        || clash.other(line.id()).edition().equals(line.edition()))
                .findFirst()
                .map(clash -> refusal(line, clash));
    }

    private static Outcome.Rejected refusal(SessionLine line, Clash clash) {
        var other = clash.other(line.id());
        var rival = "%s (%s, %s/%s)"
                .formatted(
                        other.id(),
                        other.name().in(Language.EN),
                        other.startsAt().orElseThrow(),
                        other.endsAt().orElseThrow());
        return switch (clash.cause()) {
            case PLACE ->
                new Outcome.Rejected(
                        "/place", "session.place-taken", clash.shared() + " is taken at that time by " + rival);
            case SPEAKER ->
                new Outcome.Rejected(
                        "/speakers/" + line.speakers().indexOf(clash.shared()),
                        "session.speaker-taken",
                        clash.shared() + " speaks at that time in " + rival);
        };
    }

    /** The session, or {@code request.not-found}. */
    SessionLine asked(Handle h, String id) {
        return shelf.find(h, id).orElseThrow(() -> Problem.notFound("session " + id));
    }

    /** How often the record was stored, from 1. */
    long version(Handle h, String id) {
        return h.createQuery("select version from forum_session where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .orElse(1L);
    }

    /** Stores the session as an import does, in a write of the caller. */
    Outcome put(Handle h, Journal journal, SessionLine line) {
        return put(h, journal, line, List.of());
    }

    /** The same beside sessions that change in the same write. */
    Outcome put(Handle h, Journal journal, SessionLine line, List<SessionLine> changing) {
        var refused = refuse(h, line, changing);
        if (refused.isPresent()) {
            return refused.get();
        }
        var outcome = shelf.put(h, journal, line, changed(line));
        if (outcome instanceof Outcome.Created || outcome instanceof Outcome.Updated) {
            links.renew(h, journal, line.ref(), () -> link(h, journal, line));
        }
        return outcome;
    }

    @Override
    public Listing.Row row(SessionLine line) {
        var marks = new ArrayList<Mark>();
        line.phase(clock.instant()).map(Programme::mark).ifPresent(marks::add);
        line.moved().filter(from -> !line.cancelled()).ifPresent(from -> marks.add(MOVED));
        marks.add(Mark.plain(Terms.of(line.sessionType())));
        if (line.existenceInferred().isPresent()) {
            marks.add(new Mark(new Text("推定", "Inferred"), Mark.Tone.GOLD));
        }
        marks.add(names.edition(line.edition()));
        return new Listing.Row(
                line.ref(), line.name(), line.summary(), Programme.when(line, directory), marks, line.invented());
    }

    @Override
    public Sheet sheet(SessionLine line, List<Link> related) {
        return new Sheet(
                list(),
                Terms.of(line.sessionType()),
                line.name(),
                line.summary(),
                row(line).marks(),
                SessionFacts.of(line, directory, names),
                List.of(),
                related,
                line.source(),
                Optional.empty());
    }

    /** A session's page shows more than a sheet: room, speakers with roles, clashes. */
    @Override
    public Optional<Response> page(PluginContext context, Request request, String id) {
        return context.storage()
                .read(h -> shelf.find(h, id))
                .map(line -> Response.page(
                        new ForumPages(context, new Agenda(context, this, clock), this, clock).session(request, line)));
    }

    @Override
    public SearchDocument document(SessionLine line, Instant changed) {
        var speakers = directory.people(line.speakers()).stream()
                .filter(person -> person.listed())
                .toList();
        var zh = new StringBuilder(line.summary().zh());
        var en = new StringBuilder(line.summary().en());
        line.theme().ifPresent(theme -> {
            zh.append('\n').append(theme.zh());
            en.append('\n').append(theme.en());
        });
        speakers.forEach(person -> {
            zh.append('\n').append(person.name().zh());
            en.append('\n').append(person.name().en());
        });
        Map<String, List<String>> facets = new HashMap<>();
        facets.put("edition", List.of(line.edition()));
        facets.put("kind", List.of(line.sessionType()));
        line.track()
                .ifPresent(
                        track -> facets.put("track", List.of(names.field(track).in(Language.ZH))));
        line.startsAt().ifPresent(at -> facets.put("startsAt", List.of(String.valueOf(at.toEpochMilli()))));
        return new SearchDocument(
                line.ref(),
                line.name(),
                new Text(zh.toString(), en.toString()),
                Set.of(),
                facets,
                URI.create("/forum/" + line.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }
}
