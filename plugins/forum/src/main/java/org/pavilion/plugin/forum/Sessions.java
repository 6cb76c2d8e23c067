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
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Catalogue;
import org.pavilion.api.Cell;
import org.pavilion.api.Directory;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Listing;
import org.pavilion.api.Mark;
import org.pavilion.api.Names;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Sheet;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** The sessions of all editions, and which of them are on. */
record Sessions(Shelf<SessionLine> shelf, Links links, Directory directory, Names names, InstantSource clock)
        implements Catalogue<SessionLine> {

    Sessions(PluginContext context, Names names, InstantSource clock) {
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
            links.link(h, journal, new Ref("person", person), line.ref(), "speaks-at");
            directory.tookPart(h, journal, person, line.edition());
        });
        line.venue().ifPresent(zone -> links.link(h, journal, line.ref(), new Ref("zone", zone), "located-in"));
        line.partOf().ifPresent(whole -> links.link(h, journal, line.ref(), new Ref("session", whole), "part-of"));
    }

    @Override
    public Listing.Row row(SessionLine line) {
        var marks = new ArrayList<Mark>();
        line.phase(clock.instant()).map(Programme::mark).ifPresent(marks::add);
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
                facts(line),
                sections(line),
                related.stream()
                        .filter(link -> !link.relation().equals("speaks-at"))
                        .toList(),
                line.source(),
                line.invented()
                        ? Optional.of(new Text("演示数据：整个场次为虚构。", "Demo data: the whole session is invented."))
                        : Optional.empty());
    }

    private List<Sheet.Fact> facts(SessionLine line) {
        var facts = new ArrayList<Sheet.Fact>();
        Programme.when(line, directory)
                .ifPresent(when -> facts.add(new Sheet.Fact(Programme.dateLabel(line), List.of(Cell.words(when)))));
        line.place().ifPresent(place -> facts.add(new Sheet.Fact(new Text("地点", "Place"), List.of(Cell.words(place)))));
        line.theme().ifPresent(theme -> facts.add(new Sheet.Fact(new Text("主题", "Theme"), List.of(Cell.words(theme)))));
        line.count()
                .ifPresent(count -> facts.add(new Sheet.Fact(
                        new Text("所含场数", "Events it stands for"), List.of(Cell.words(String.valueOf(count))))));
        line.remoteLink()
                .ifPresent(
                        link -> facts.add(new Sheet.Fact(new Text("远程连线", "Remote link"), List.of(Cell.words(link)))));
        line.agenda()
                .forEach(block -> facts.add(
                        new Sheet.Fact(Terms.of(block.block()), List.of(Cell.words(String.valueOf(block.count()))))));
        line.existenceInferred()
                .ifPresent(reason -> facts.add(new Sheet.Fact(
                        new Text("推定依据", "Why inferred"),
                        List.of(Cell.words(new Text("资料只提到其成果，场次本身由此推定。", reason))))));
        return facts;
    }

    private List<Sheet.Section> sections(SessionLine line) {
        var speakers = directory.people(line.speakers()).stream()
                .filter(person -> person.listed())
                .map(person -> new Sheet.Entry(
                        Cell.to(new Ref("person", person.id()), person.name()),
                        Optional.of(person.role()),
                        person.attendanceInferred() || line.speakersInferred().orElse(false)
                                ? List.of(new Mark(new Text("推定", "Inferred"), Mark.Tone.GOLD))
                                : List.of()))
                .toList();
        return speakers.isEmpty() ? List.of() : List.of(new Sheet.Section(new Text("发言嘉宾", "Speakers"), speakers));
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
