package org.pavilion.plugin.trading;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Catalogue;
import org.pavilion.api.Cell;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Link;
import org.pavilion.api.Listing;
import org.pavilion.api.Mark;
import org.pavilion.api.Names;
import org.pavilion.api.PluginContext;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Sheet;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** What firms and agencies want: technologies and application scenarios. */
record Demands(Shelf<Demand> shelf, Names names) implements Catalogue<Demand> {

    Demands(PluginContext context) {
        this(
                new Shelf<>(
                        "demand",
                        "trading_demand",
                        Demand.class,
                        context.json(),
                        demand -> new Shelf.Spine(
                                demand.id(),
                                demand.edition(),
                                demand.demandType(),
                                demand.edition().replaceAll("\\D", ""),
                                demand.name(),
                                demand.invented())),
                new Names(context.directory()));
    }

    @Override
    public Listing.Tab list() {
        return TradingPlugin.DEMANDS;
    }

    @Override
    public List<Listing.Tab> tabs() {
        return TradingPlugin.TABS;
    }

    @Override
    public Text lede() {
        return new Text("企业与机构正在寻找的技术和应用场景。", "Technologies and application scenarios that are wanted.");
    }

    @Override
    public Text categories() {
        return new Text("需求类型", "Type of demand");
    }

    @Override
    public Text category(String code) {
        return Terms.of(code);
    }

    @Override
    public DomainEvent changed(Demand demand) {
        return new DemandChanged(demand.ref());
    }

    @Override
    public Listing.Row row(Demand demand) {
        var marks = new ArrayList<Mark>();
        marks.add(Mark.plain(Terms.of(demand.demandType())));
        demand.tags().forEach(tag -> marks.add(Mark.plain(Text.same(tag))));
        marks.add(names.edition(demand.edition()));
        return new Listing.Row(
                demand.ref(), demand.name(), demand.summary(), Optional.empty(), marks, demand.invented());
    }

    @Override
    public Sheet sheet(Demand demand, List<Link> related) {
        var facts = new ArrayList<Sheet.Fact>();
        demand.budget()
                .ifPresent(budget ->
                        facts.add(new Sheet.Fact(new Text("预算", "Budget"), List.of(Cell.words(range(budget))))));
        demand.count()
                .ifPresent(count -> facts.add(new Sheet.Fact(
                        new Text("公布的场景数", "Scenarios stated"), List.of(Cell.words(String.valueOf(count))))));
        return new Sheet(
                list(),
                Terms.of(demand.demandType()),
                demand.name(),
                demand.summary(),
                row(demand).marks(),
                facts,
                List.of(),
                related,
                demand.source(),
                demand.invented()
                        ? Optional.of(new Text("演示数据：整条需求为虚构。", "Demo data: the whole demand is invented."))
                        : Optional.empty());
    }

    private static Text range(Demand.Budget budget) {
        return Text.same("%,d – %,d %s"
                .formatted(budget.min(), budget.max(), budget.currency())
                .formatted(Locale.ROOT));
    }

    @Override
    public SearchDocument document(Demand demand, Instant changed) {
        return new SearchDocument(
                demand.ref(),
                demand.name(),
                demand.summary(),
                Set.copyOf(demand.tags()),
                Map.of("edition", List.of(demand.edition()), "kind", List.of(demand.demandType())),
                URI.create("/market/" + demand.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }
}
