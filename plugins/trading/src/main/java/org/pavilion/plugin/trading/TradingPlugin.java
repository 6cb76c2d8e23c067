package org.pavilion.plugin.trading;

import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;

/** The technology trading board: what is offered, what is wanted, what was signed, and who brokers. */
public final class TradingPlugin implements Plugin {

    @Override
    public void start(PluginContext context) {
        context.events()
                .publishes("trading.offer-changed.v1", OfferChanged.class)
                .publishes("trading.demand-changed.v1", DemandChanged.class)
                .publishes("trading.deal-changed.v1", DealChanged.class)
                .publishes("trading.agency-changed.v1", AgencyChanged.class);
        var shelves = Shelves.of(context.json());
        new Intakes(shelves, context.links(), context.directory()).open(context);
        var market = new Market(context, shelves);
        new TradingApi(market).addTo(context.routes());
        new TradingPages(context, market).addTo(context.pages());
    }
}
