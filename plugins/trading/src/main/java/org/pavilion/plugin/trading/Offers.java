package org.pavilion.plugin.trading;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/** Technologies for transfer, with readiness, terms and the partners sought. */
record Offers(Shelf<Offer> shelf, Links links, Names names) implements Catalogue<Offer> {

    Offers(PluginContext context, Names names) {
        this(
                new Shelf<>(
                        "offer",
                        "trading_offer",
                        Offer.class,
                        context.json(),
                        offer -> new Shelf.Spine(
                                offer.id(),
                                offer.edition(),
                                offer.priceMode(),
                                offer.edition().replaceAll("\\D", ""),
                                offer.name(),
                                false)),
                context.links(),
                names);
    }

    @Override
    public Listing.Tab list() {
        return TradingPlugin.OFFERS;
    }

    @Override
    public List<Listing.Tab> tabs() {
        return TradingPlugin.TABS;
    }

    @Override
    public Text lede() {
        return new Text("可以转让、许可或共同开发的技术。", "Technologies to buy, license or develop together.");
    }

    @Override
    public Text categories() {
        return new Text("价格形式", "Price form");
    }

    @Override
    public Text category(String code) {
        return Terms.of(code);
    }

    @Override
    public DomainEvent changed(Offer offer) {
        return new OfferChanged(offer.ref());
    }

    @Override
    public void link(Handle h, Journal journal, Offer offer) {
        offer.item().ifPresent(item -> links.link(h, journal, offer.ref(), new Ref("item", item), "offers"));
        offer.owner().forEach(org -> links.link(h, journal, offer.ref(), new Ref("organisation", org), "owned-by"));
    }

    @Override
    public Listing.Row row(Offer offer) {
        var marks = new ArrayList<Mark>(names.fields(offer.fields()));
        marks.add(Mark.plain(Terms.of(offer.priceMode())));
        marks.add(names.edition(offer.edition()));
        return new Listing.Row(
                offer.ref(), offer.name(), offer.summary(), Optional.of(Text.same("TRL " + offer.trl())), marks, false);
    }

    @Override
    public Sheet sheet(Offer offer, List<Link> related) {
        var facts = List.of(
                new Sheet.Fact(new Text("技术成熟度", "Readiness"), List.of(Cell.words("TRL " + offer.trl() + " / 9"))),
                new Sheet.Fact(new Text("价格形式", "Price form"), List.of(Cell.words(Terms.of(offer.priceMode())))),
                new Sheet.Fact(
                        new Text("寻求", "Sought"),
                        offer.wanted().stream()
                                .map(each -> Cell.words(Terms.of(each)))
                                .toList()),
                new Sheet.Fact(
                        new Text("权利人", "Owner"),
                        offer.owner().isEmpty()
                                ? List.of(Cell.words(new Text("资料未写明", "Not named in the source")))
                                : names.parties(offer.owner())));
        var marks = Stream.concat(names.fields(offer.fields()).stream(), Stream.of(names.edition(offer.edition())))
                .toList();
        return new Sheet(
                list(),
                list().label(),
                offer.name(),
                offer.summary(),
                marks,
                facts,
                List.of(),
                related,
                offer.source(),
                invented(offer));
    }

    private static Optional<Text> invented(Offer offer) {
        if (offer.synthetic().isEmpty()) {
            return Optional.empty();
        }
        var listed = offer.offerInferred().orElse(false);
        return Optional.of(new Text(
                "演示数据：成熟度、价格形式与寻求的伙伴为虚构" + (listed ? "；资料只介绍了这项技术，挂牌由我们推定。" : "。"),
                "Demo data: readiness, price form and partners sought are invented"
                        + (listed ? "; the source describes the technology, the listing is our inference." : ".")));
    }

    @Override
    public SearchDocument document(Offer offer, Instant changed) {
        return new SearchDocument(
                offer.ref(),
                offer.name(),
                offer.summary(),
                Set.copyOf(offer.wanted()),
                Map.of(
                        "edition", List.of(offer.edition()),
                        "field", offer.fields(),
                        "trl", List.of(String.valueOf(offer.trl())),
                        "org", names.spoken(offer.owner())),
                URI.create("/market/" + offer.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }
}
