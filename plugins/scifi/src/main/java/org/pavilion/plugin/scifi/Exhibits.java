package org.pavilion.plugin.scifi;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Catalogue;
import org.pavilion.api.Cell;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Listing;
import org.pavilion.api.Mark;
import org.pavilion.api.Names;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Sheet;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** Props, devices and pairs of fiction and reality. */
record Exhibits(Shelf<Exhibit> shelf, Links links, Names names) implements Catalogue<Exhibit> {

    Exhibits(PluginContext context, Names names) {
        this(
                new Shelf<>(
                        "scifi",
                        "scifi_exhibit",
                        Exhibit.class,
                        context.json(),
                        exhibit -> new Shelf.Spine(
                                exhibit.id(),
                                exhibit.edition(),
                                exhibit.type(),
                                exhibit.edition().replaceAll("\\D", ""),
                                exhibit.name(),
                                exhibit.invented())),
                context.links(),
                names);
    }

    @Override
    public Listing.Tab list() {
        return new Listing.Tab(new Text("科幻展", "Sci-fi exhibit"), "/scifi", false);
    }

    @Override
    public String api() {
        return "/exhibits";
    }

    @Override
    public Text lede() {
        return new Text("影片道具、互动装置，以及科幻与现实技术的距离。", "Film props, devices, and how far fiction is from research.");
    }

    @Override
    public Text categories() {
        return new Text("展项类型", "Type of exhibit");
    }

    @Override
    public Text category(String code) {
        return Terms.of(code);
    }

    @Override
    public DomainEvent changed(Exhibit exhibit) {
        exhibit.check();
        return new ExhibitChanged(exhibit.ref());
    }

    @Override
    public void link(Handle h, Journal journal, Exhibit exhibit) {
        exhibit.item().ifPresent(item -> links.link(h, journal, exhibit.ref(), new Ref("item", item), "imagines"));
    }

    @Override
    public Listing.Row row(Exhibit exhibit) {
        var marks = new ArrayList<Mark>();
        marks.add(Mark.plain(Terms.of(exhibit.type())));
        if (exhibit.firstPublicShow().orElse(false)) {
            marks.add(new Mark(new Text("首次公开展出", "First public show"), Mark.Tone.JADE));
        }
        marks.add(names.edition(exhibit.edition()));
        return new Listing.Row(
                exhibit.ref(), exhibit.name(), exhibit.summary(), Optional.empty(), marks, exhibit.invented());
    }

    @Override
    public Sheet sheet(Exhibit exhibit, List<Link> related) {
        var facts = new ArrayList<Sheet.Fact>();
        exhibit.work().ifPresent(work -> facts.add(new Sheet.Fact(new Text("作品", "Work"), List.of(Cell.words(work)))));
        exhibit.figures()
                .forEach((name, figure) -> facts.add(new Sheet.Fact(Terms.of(name), List.of(Cell.figure(figure)))));
        return new Sheet(
                list(),
                Terms.of(exhibit.type()),
                exhibit.name(),
                exhibit.summary(),
                row(exhibit).marks(),
                facts,
                List.of(),
                related,
                exhibit.source(),
                exhibit.invented()
                        ? Optional.of(new Text("演示数据：整个展项为虚构。", "Demo data: the whole exhibit is invented."))
                        : Optional.empty());
    }

    @Override
    public SearchDocument document(Exhibit exhibit, Instant changed) {
        var body = body(exhibit);
        return new SearchDocument(
                exhibit.ref(),
                exhibit.name(),
                body,
                Set.of(),
                Map.of("edition", List.of(exhibit.edition()), "kind", List.of(exhibit.type())),
                URI.create("/scifi/" + exhibit.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }

    /** Everything a reader may remember of it. */
    private static Text body(Exhibit exhibit) {
        var parts = new ArrayList<Text>();
        parts.add(exhibit.summary());
        Stream.of(exhibit.work(), exhibit.story(), exhibit.scene(), exhibit.gap())
                .flatMap(Optional::stream)
                .forEach(parts::add);
        exhibit.tour().forEach(stop -> parts.addAll(List.of(stop.title(), stop.text())));
        return new Text(
                parts.stream().map(Text::zh).collect(Collectors.joining("\n")),
                parts.stream().map(Text::en).collect(Collectors.joining("\n")));
    }

    Exhibit find(Handle h, String id) {
        return shelf.find(h, id).orElseThrow(() -> Problem.notFound("scifi " + id));
    }

    /** Where visitors talk about an exhibit they can walk around. */
    Optional<RoomSpec> room(Handle h, String id) {
        return shelf.find(h, id)
                .filter(exhibit -> exhibit.model().isPresent())
                .map(exhibit -> RoomSpec.of(exhibit.name(), RoomSpec.Module.CHAT, RoomSpec.Module.REACTIONS)
                        .in(exhibit.edition()));
    }

    /** An exhibit whose distance visitors are asked for. */
    Exhibit asked(Handle h, String id) {
        var exhibit = find(h, id);
        if (!exhibit.asks()) {
            throw Problem.notFound("the question of scifi " + id);
        }
        return exhibit;
    }
}
