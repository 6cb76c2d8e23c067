package org.pavilion.plugin.exhibition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pavilion.api.Edition;

/**
 * The page of a tour. What a visitor changes is a link to the same page with another address.
 *
 * @param q words of the search for further stands
 * @param found what they find, without those on the tour
 */
public record TourView(Edition edition, Tour tour, TourMap map, String q, List<BoothCard> found) {
    /** Minutes one may choose to stay at each stand. */
    public List<Integer> stays() {
        return TourWish.STAYS;
    }

    /** How many stands a tour has at most. */
    public int most() {
        return TourWish.MOST;
    }

    public String from(String page, String gate) {
        return to(page, tour.ids(), tour.own(), gate, tour.stay());
    }

    public String stay(String page, int minutes) {
        return to(page, tour.ids(), tour.own(), tour.from(), minutes);
    }

    /** The same stands, ordered anew. */
    public String shortest(String page) {
        return to(page, tour.ids(), false, tour.from(), tour.stay());
    }

    public String with(String page, String id) {
        var ids = new ArrayList<>(tour.ids());
        ids.add(id);
        return to(page, ids, tour.own(), tour.from(), tour.stay());
    }

    public String without(String page, String id) {
        return to(
                page,
                tour.ids().stream().filter(each -> !each.equals(id)).toList(),
                tour.own(),
                tour.from(),
                tour.stay());
    }

    /** The stop at {@code at} one place earlier; the order is the visitor's from then on. */
    public String earlier(String page, int at) {
        var ids = new ArrayList<>(tour.ids());
        Collections.swap(ids, at - 1, at);
        return to(page, ids, true, tour.from(), tour.stay());
    }

    /** The tour on the hall's map. */
    public String onMap(String halls) {
        return Query.of(halls, "edition", edition.id(), "tour", String.join(",", tour.ids()), "from", tour.from());
    }

    private String to(String page, List<String> ids, boolean own, String from, int stay) {
        return Query.of(
                page,
                "edition",
                edition.id(),
                "stops",
                String.join(",", ids),
                "order",
                own ? "own" : "",
                "from",
                from,
                "stay",
                String.valueOf(stay));
    }
}
