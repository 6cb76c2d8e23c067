package org.pavilion.server.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Cell;
import org.pavilion.api.Listing;
import org.pavilion.api.Mark;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.Sheet;
import org.pavilion.api.Text;

/** A list and a sheet as a board would describe them. */
final class BoardPages {
    private static final Text NAME = new Text("<b>Steel</b>", "Steel");
    private static final Listing.Tab TAB = new Listing.Tab(new Text("成果", "Offers"), "/market", true);

    static final Listing LIST = new Listing(
            new Text("成果", "Offers"),
            new Text("可转化的成果", "What can be licensed"),
            "/market",
            List.of(TAB),
            List.of(new Listing.Filter(
                    new Text("领域", "Field"),
                    "field",
                    List.of(new Listing.Choice(new Text("材料", "Materials"), "mat", 1, true)))),
            List.of(new Listing.Row(
                    Ref.of("offer:o-1"), NAME, NAME, Optional.empty(), List.of(Mark.plain(NAME)), true)),
            1,
            Optional.of("o-1"),
            new Text("没有", "None"));

    static final Sheet SHEET = new Sheet(
            TAB,
            new Text("成果", "Offer"),
            NAME,
            NAME,
            List.of(),
            List.of(new Sheet.Fact(
                    new Text("人数", "People"),
                    List.of(
                            Cell.figure(new Quantity(new BigDecimal(1000), "people", Quantity.Qualifier.APPROX)),
                            Cell.to(Ref.of("organisation:org-1"), NAME)))),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());

    private BoardPages() {}
}
