package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Some records of a narrowed list.
 *
 * @param next cursor of the following slice; empty at the end
 * @param total records in the whole narrowed list
 * @param facets how it can be narrowed further; a facet's counts leave out its own choice
 */
public record Found<T>(List<T> records, Optional<String> next, long total, List<Facet> facets) {

    <R> Found<R> map(Function<T, R> each) {
        return new Found<>(records.stream().map(each).toList(), next, total, facets);
    }

    Found<T> facets(UnaryOperator<List<Facet>> change) {
        return new Found<>(records, next, total, change.apply(facets));
    }
}
