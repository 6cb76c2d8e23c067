package org.pavilion.plugin.trading;

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
import org.pavilion.api.Language;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Listing;
import org.pavilion.api.Mark;
import org.pavilion.api.Names;
import org.pavilion.api.PartialDate;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Sheet;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** What was signed, by type; aggregates stand beside their named parts and are never added to them. */
record Deals(Shelf<Deal> shelf, Links links, Names names) implements Catalogue<Deal> {

    Deals(PluginContext context, Names names) {
        this(
                new Shelf<>(
                        "deal",
                        "trading_deal",
                        Deal.class,
                        context.json(),
                        deal -> new Shelf.Spine(
                                deal.id(),
                                deal.edition(),
                                deal.dealType(),
                                deal.date()
                                        .map(PartialDate::text)
                                        .orElseGet(() -> deal.edition().replaceAll("\\D", "")),
                                deal.name(),
                                false)),
                context.links(),
                names);
    }

    @Override
    public Listing.Tab list() {
        return TradingPlugin.DEALS;
    }

    @Override
    public List<Listing.Tab> tabs() {
        return TradingPlugin.TABS;
    }

    @Override
    public Text lede() {
        return new Text(
                "按类型分开的签约；合计已包含其中列名的项目，不再相加。",
                "Signings by type; a total already contains its named parts and is never added to them.");
    }

    @Override
    public Text categories() {
        return new Text("交易类型", "Type of deal");
    }

    @Override
    public Text category(String code) {
        return Terms.of(code);
    }

    @Override
    public DomainEvent changed(Deal deal) {
        return new DealChanged(deal.ref());
    }

    @Override
    public void link(Handle h, Journal journal, Deal deal) {
        deal.item().ifPresent(item -> links.link(h, journal, deal.ref(), new Ref("item", item), "transfers"));
        deal.parties().stream()
                .filter(party -> party.startsWith("org-"))
                .forEach(org -> links.link(h, journal, deal.ref(), new Ref("organisation", org), "signed-by"));
    }

    @Override
    public Listing.Row row(Deal deal) {
        return new Listing.Row(
                deal.ref(), deal.name(), deal.summary(), deal.date().map(Deals::day), marks(deal), false);
    }

    private List<Mark> marks(Deal deal) {
        var tone = deal.dealType().equals("aggregate") ? Mark.Tone.GOLD : Mark.Tone.JADE;
        return List.of(new Mark(Terms.of(deal.dealType()), tone), names.edition(deal.edition()));
    }

    private static Text day(PartialDate date) {
        return new Text(date.in(Language.ZH), date.in(Language.EN));
    }

    @Override
    public Sheet sheet(Deal deal, List<Link> related) {
        var facts = new ArrayList<Sheet.Fact>();
        deal.amount()
                .ifPresent(amount ->
                        facts.add(new Sheet.Fact(new Text("金额", "Amount"), List.of(Cell.figure(amount.quantity())))));
        deal.count()
                .ifPresent(count -> facts.add(
                        new Sheet.Fact(new Text("项目数", "Signings"), List.of(Cell.words(String.valueOf(count))))));
        deal.date()
                .ifPresent(date -> facts.add(new Sheet.Fact(new Text("日期", "Date"), List.of(Cell.words(day(date))))));
        deal.teamEquityShare()
                .ifPresent(share -> facts.add(new Sheet.Fact(
                        new Text("团队持股", "Team's share"),
                        List.of(Cell.words(new java.math.BigDecimal(share)
                                        .movePointRight(2)
                                        .toPlainString() + " %")))));
        add(facts, new Text("转让方", "Sellers"), deal.sellers());
        add(facts, new Text("受让方", "Buyers"), deal.buyers());
        add(facts, new Text("参与方", "Parties"), deal.parties());
        return new Sheet(
                list(),
                Terms.of(deal.dealType()),
                deal.name(),
                deal.summary(),
                marks(deal),
                facts,
                List.of(),
                related,
                deal.source(),
                Optional.empty());
    }

    private void add(List<Sheet.Fact> facts, Text label, List<String> parties) {
        if (!parties.isEmpty()) {
            facts.add(new Sheet.Fact(label, names.parties(parties)));
        }
    }

    @Override
    public SearchDocument document(Deal deal, Instant changed) {
        return new SearchDocument(
                deal.ref(),
                deal.name(),
                deal.summary(),
                Set.of(),
                Map.of(
                        "edition", List.of(deal.edition()),
                        "dealtype", List.of(deal.dealType()),
                        "org", names.spoken(deal.parties())),
                URI.create("/deals/" + deal.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }
}
