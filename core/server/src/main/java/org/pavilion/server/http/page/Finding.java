package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.server.search.Hit;

/**
 * What {@code search.jte} shows.
 *
 * @param via the loosest way any hit was found
 * @param kinds the facet of kinds, drawn as a row of chips
 * @param facets all others
 * @param kept filters that a new search keeps, as hidden fields
 * @param clear address without filters
 * @param next address of the following page
 * @param first address of the first page, when this is a later one
 */
public record Finding(
        String q,
        List<Hit> hits,
        long total,
        String via,
        Optional<String> didYouMean,
        boolean partial,
        Facet kinds,
        List<Facet> facets,
        List<Kept> kept,
        List<Order> orders,
        String clear,
        Optional<String> next,
        Optional<String> first) {

    public boolean filtered() {
        return !kept.isEmpty();
    }

    public record Facet(String name, List<Choice> choices) {}

    /** One value of a facet with the address that adds or removes it. */
    public record Choice(String value, String label, long count, boolean chosen, String address) {}

    public record Kept(String name, String value) {}

    public record Order(String name, boolean chosen, String address) {}
}
