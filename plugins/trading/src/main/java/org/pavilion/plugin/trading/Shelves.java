package org.pavilion.plugin.trading;

import org.pavilion.api.JsonText;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Shelf;

/** The board's four tables. */
record Shelves(Shelf<Offer> offers, Shelf<Demand> demands, Shelf<Deal> deals, Shelf<Agency> agencies) {

    static Shelves of(JsonText json) {
        return new Shelves(
                new Shelf<>("offer", "trading_offer", Offer.class, json, Shelves::spine),
                new Shelf<>("demand", "trading_demand", Demand.class, json, Shelves::spine),
                new Shelf<>("deal", "trading_deal", Deal.class, json, Shelves::spine),
                new Shelf<>("agency", "trading_agency", Agency.class, json, Shelves::spine));
    }

    private static Shelf.Spine spine(Offer offer) {
        return new Shelf.Spine(
                offer.id(), offer.edition(), offer.priceMode(), year(offer.edition()), offer.name(), false);
    }

    private static Shelf.Spine spine(Demand demand) {
        return new Shelf.Spine(
                demand.id(),
                demand.edition(),
                demand.demandType(),
                year(demand.edition()),
                demand.name(),
                demand.invented());
    }

    private static Shelf.Spine spine(Deal deal) {
        var sort = deal.date().map(PartialDate::text).orElseGet(() -> year(deal.edition()));
        return new Shelf.Spine(deal.id(), deal.edition(), deal.dealType(), sort, deal.name(), false);
    }

    private static Shelf.Spine spine(Agency agency) {
        var category = agency.networks() ? "network" : "agency";
        return new Shelf.Spine(agency.id(), "", category, "", agency.name(), agency.invented());
    }

    /** Ids of editions end with their year. */
    private static String year(String edition) {
        return edition.replaceAll("\\D", "");
    }
}
