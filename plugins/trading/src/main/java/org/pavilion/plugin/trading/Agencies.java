package org.pavilion.plugin.trading;

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
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Sheet;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** Agencies that bring both sides together; they belong to no single edition. */
record Agencies(Shelf<Agency> shelf, Links links, Names names) implements Catalogue<Agency> {

    Agencies(PluginContext context, Names names) {
        this(
                new Shelf<>(
                        "agency",
                        "trading_agency",
                        Agency.class,
                        context.json(),
                        agency -> new Shelf.Spine(
                                agency.id(),
                                "",
                                agency.isNetwork() ? "network" : "agency",
                                "",
                                agency.name(),
                                agency.invented())),
                context.links(),
                names);
    }

    @Override
    public Listing.Tab list() {
        return TradingPlugin.AGENCIES;
    }

    @Override
    public List<Listing.Tab> tabs() {
        return TradingPlugin.TABS;
    }

    @Override
    public String api() {
        return "/agencies";
    }

    @Override
    public Text lede() {
        return new Text("帮助供需双方走到一起的机构。", "Agencies that bring both sides together.");
    }

    @Override
    public Text categories() {
        return new Text("机构类型", "Type of agency");
    }

    @Override
    public Text category(String code) {
        return Terms.of(code);
    }

    @Override
    public DomainEvent changed(Agency agency) {
        return new AgencyChanged(agency.ref());
    }

    @Override
    public void link(Handle h, Journal journal, Agency agency) {
        agency.org().ifPresent(org -> links.link(h, journal, agency.ref(), new Ref("organisation", org), "part-of"));
    }

    @Override
    public Listing.Row row(Agency agency) {
        var marks = Stream.concat(agency.specialty().stream(), agency.groups().stream())
                .map(each -> Mark.plain(Text.same(each)))
                .toList();
        return new Listing.Row(
                agency.ref(), agency.name(), agency.summary(), Optional.empty(), marks, agency.invented());
    }

    @Override
    public Sheet sheet(Agency agency, List<Link> related) {
        var facts = new ArrayList<Sheet.Fact>();
        agency.count()
                .ifPresent(
                        count -> facts.add(new Sheet.Fact(new Text("机构数", "Agencies"), List.of(Cell.figure(count)))));
        agency.network().ifPresent(network -> {
            facts.add(new Sheet.Fact(
                    new Text("企业", "Firms"), List.of(Cell.words(new Text(network.firms(), "hundreds")))));
            facts.add(new Sheet.Fact(new Text("协会", "Associations"), List.of(Cell.figure(network.associations()))));
            number(facts, new Text("创新中心", "Innovation centres"), network.innovationCentres());
            number(facts, new Text("地方园区", "Local parks"), network.localParks());
            number(facts, new Text("投资机构", "Investors"), network.investors());
        });
        agency.org()
                .ifPresent(org -> facts.add(new Sheet.Fact(new Text("所属单位", "Part of"), names.parties(List.of(org)))));
        return new Sheet(
                list(),
                list().label(),
                agency.name(),
                agency.summary(),
                row(agency).marks(),
                facts,
                List.of(),
                related,
                agency.source(),
                agency.invented()
                        ? Optional.of(new Text("演示数据：这家机构为虚构。", "Demo data: this agency is invented."))
                        : Optional.empty());
    }

    private static void number(List<Sheet.Fact> facts, Text label, int value) {
        facts.add(new Sheet.Fact(label, List.of(Cell.words(String.valueOf(value)))));
    }

    @Override
    public SearchDocument document(Agency agency, Instant changed) {
        var tags = Stream.concat(agency.specialty().stream(), agency.groups().stream())
                .collect(Collectors.toUnmodifiableSet());
        return new SearchDocument(
                agency.ref(),
                agency.name(),
                agency.summary(),
                Set.copyOf(tags),
                Map.of(),
                URI.create("/agency/" + agency.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }
}
