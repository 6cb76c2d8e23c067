package org.pavilion.plugin.trading;

import java.util.List;
import org.pavilion.api.Listing;
import org.pavilion.api.Names;
import org.pavilion.api.Permission;
import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Text;

/** The technology trading board: what is offered, what is wanted, what was signed, and who brokers. */
public final class TradingPlugin implements Plugin {
    static final Listing.Tab OFFERS = new Listing.Tab(new Text("技术成果", "Offers"), "/market", false);
    static final Listing.Tab DEMANDS = new Listing.Tab(new Text("技术需求", "Demands"), "/market/demands", false);
    static final Listing.Tab DEALS = new Listing.Tab(new Text("签约", "Deals"), "/deals", false);
    static final Listing.Tab AGENCIES = new Listing.Tab(new Text("转移机构", "Agencies"), "/agency", false);
    static final List<Listing.Tab> TABS = List.of(OFFERS, DEMANDS, DEALS, AGENCIES);

    @Override
    public void start(PluginContext context) {
        context.events()
                .publishes("trading.offer-changed.v1", OfferChanged.class)
                .publishes("trading.demand-changed.v1", DemandChanged.class)
                .publishes("trading.deal-changed.v1", DealChanged.class)
                .publishes("trading.agency-changed.v1", AgencyChanged.class);
        var names = new Names(context.directory());
        var offers = new Offers(context, names);
        var demands = new Demands(context);
        offers.openData(context);
        demands.openData(context);
        context.pages()
                .at(OFFERS.path(), Permission.PUBLIC, page(context, offers))
                .at(DEMANDS.path(), Permission.PUBLIC, page(context, demands))
                .at(
                        "/market/{id}",
                        Permission.PUBLIC,
                        request -> offers.page(context, request, request.path("id"))
                                .or(() -> demands.page(context, request, request.path("id")))
                                .orElseThrow(() -> Problem.notFound("listing " + request.path("id"))));
        new Deals(context, names).open(context);
        new Agencies(context, names).open(context);
    }

    private static Route.Handler page(PluginContext context, org.pavilion.api.Catalogue<?> catalogue) {
        return request -> Response.page(catalogue.listing(context, request));
    }
}
