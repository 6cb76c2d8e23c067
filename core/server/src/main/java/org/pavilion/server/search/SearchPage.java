package org.pavilion.server.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One page of results.
 *
 * @param total how many objects match
 * @param facets values with counts by facet name, in order of display
 * @param via the loosest way any hit was found; {@code exact} when there is none
 * @param didYouMean the text behind a sound-alike match, or empty
 * @param next token for {@code cursor} of the following page
 * @param stale true when the awaited change was not indexed in time
 * @param partial true when the deadline passed and later stages were left out
 */
public record SearchPage(
        List<Hit> hits,
        long total,
        Map<String, List<FacetCount>> facets,
        String via,
        Optional<String> didYouMean,
        Optional<String> next,
        boolean stale,
        boolean partial) {}
