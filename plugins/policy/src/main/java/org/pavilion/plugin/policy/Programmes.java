package org.pavilion.plugin.policy;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Catalogue;
import org.pavilion.api.Cell;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Listing;
import org.pavilion.api.Names;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Sheet;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** Pilot reforms and the mechanisms they try out. */
record Programmes(Shelf<Programme> shelf, Links links, Names names) implements Catalogue<Programme> {

    Programmes(PluginContext context, Names names) {
        this(
                new Shelf<>(
                        "programme",
                        "policy_programme",
                        Programme.class,
                        context.json(),
                        programme -> new Shelf.Spine(
                                programme.id(),
                                programme.edition(),
                                "programme",
                                programme.edition().replaceAll("\\D", ""),
                                programme.name(),
                                false)),
                context.links(),
                names);
    }

    @Override
    public Listing.Tab list() {
        return PolicyPlugin.PROGRAMMES;
    }

    @Override
    public List<Listing.Tab> tabs() {
        return PolicyPlugin.TABS;
    }

    @Override
    public Text lede() {
        return new Text("先行先试的改革举措与创新机制。", "Pilot reforms and the mechanisms they try out.");
    }

    @Override
    public Text categories() {
        return new Text("类型", "Type");
    }

    @Override
    public Text category(String code) {
        return Terms.of(code);
    }

    @Override
    public DomainEvent changed(Programme programme) {
        return new ProgrammeChanged(programme.ref());
    }

    @Override
    public void link(Handle h, Journal journal, Programme programme) {
        programme.allLeads().stream()
                .filter(lead -> lead.startsWith("org-"))
                .forEach(lead -> links.link(h, journal, programme.ref(), new Ref("organisation", lead), "led-by"));
    }

    @Override
    public Listing.Row row(Programme programme) {
        return new Listing.Row(
                programme.ref(),
                programme.name(),
                programme.summary(),
                Optional.empty(),
                List.of(names.edition(programme.edition())),
                false);
    }

    @Override
    public Sheet sheet(Programme programme, List<Link> related) {
        var facts = new ArrayList<Sheet.Fact>();
        if (!programme.allLeads().isEmpty()) {
            facts.add(new Sheet.Fact(new Text("牵头单位", "Led by"), names.parties(programme.allLeads())));
        }
        programme
                .centres()
                .forEach((kind, count) -> facts.add(new Sheet.Fact(
                        kind.equals("transfer")
                                ? new Text("转化中心", "Transfer centres")
                                : new Text("研发中心", "Research centres"),
                        List.of(Cell.words(String.valueOf(count))))));
        return new Sheet(
                list(),
                list().label(),
                programme.name(),
                programme.summary(),
                row(programme).marks(),
                facts,
                List.of(),
                related,
                programme.source(),
                Optional.empty());
    }

    @Override
    public SearchDocument document(Programme programme, Instant changed) {
        return new SearchDocument(
                programme.ref(),
                programme.name(),
                programme.summary(),
                Set.of(),
                Map.of(
                        "edition", List.of(programme.edition()),
                        "org", names.spoken(programme.allLeads())),
                URI.create("/programme/" + programme.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }
}
