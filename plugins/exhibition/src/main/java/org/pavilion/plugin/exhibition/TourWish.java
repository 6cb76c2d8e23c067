package org.pavilion.plugin.exhibition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;

/**
 * What a visitor wants of a tour, as it stands in the address.
 *
 * @param stops ids of booths in the visitor's order
 * @param over how many more were named than a tour has
 * @param own whether that order is to be kept
 * @param from id of a gate, or empty
 * @param stay minutes at each stand
 */
record TourWish(List<String> stops, int over, boolean own, String from, int stay) {
    static final int MOST = 60;
    static final List<Integer> STAYS = List.of(3, 5, 10, 15);

    private static final int STAY = 5;
    private static final int LONGEST_STAY = 60;

    static TourWish from(Request request) {
        var ids = new LinkedHashSet<String>();
        for (var name : List.of("stops", "add")) {
            for (var each : request.query(name).orElse("").split(",", -1)) {
                var id = each.strip();
                if (!id.isEmpty()) {
                    ids.add(id);
                }
            }
        }
        var order = request.query("order").orElse("short");
        if (!order.equals("short") && !order.equals("own")) {
            throw Problem.invalid("/order", "short or own");
        }
        var stops = new ArrayList<>(ids);
        int over = Math.max(0, stops.size() - MOST);
        return new TourWish(
                List.copyOf(stops.subList(0, stops.size() - over)),
                over,
                order.equals("own"),
                request.query("from").orElse(""),
                request.query("stay", STAY, 1, LONGEST_STAY));
    }
}
