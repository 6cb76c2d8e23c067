package org.pavilion.server.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pavilion.api.Language;

/**
 * What a visitor asks for.
 *
 * @param q what was typed; blank lists everything, newest first
 * @param language language of titles, snippets and links
 * @param filters facet name → accepted values; {@code edition}, {@code type} or a declared facet
 * @param sort order of the hits
 * @param limit hits on the page, 1–50
 * @param cursor token of an earlier page's {@code next}
 * @param after id of an event whose change must be visible
 */
public record SearchRequest(
        String q,
        Language language,
        Map<String, Set<String>> filters,
        Sort sort,
        int limit,
        Optional<String> cursor,
        Optional<String> after) {
    /** The orders a list can have; equal hits stand by id, so that pages are stable. */
    public enum Sort {
        RELEVANCE,
        NEWEST,
        TIME,
        PRICE
    }

    public SearchRequest {
        filters = Map.copyOf(filters);
        limit = Math.clamp(limit, 1, 50);
    }

    /** The first 20 hits, by relevance. */
    public static SearchRequest of(String q, Language language) {
        return new SearchRequest(q, language, Map.of(), Sort.RELEVANCE, 20, Optional.empty(), Optional.empty());
    }

    /** Only objects with one of the values; a second call for the same facet adds values. */
    public SearchRequest where(String facet, String... values) {
        var all = new TreeMap<>(filters);
        var accepted = new LinkedHashSet<>(all.getOrDefault(facet, Set.of()));
        accepted.addAll(List.of(values));
        all.put(facet, Set.copyOf(accepted));
        return new SearchRequest(q, language, all, sort, limit, cursor, after);
    }

    public SearchRequest limit(int hits) {
        return new SearchRequest(q, language, filters, sort, hits, cursor, after);
    }

    public SearchRequest sort(Sort order) {
        return new SearchRequest(q, language, filters, order, limit, cursor, after);
    }

    public SearchRequest cursor(Optional<String> token) {
        return new SearchRequest(q, language, filters, sort, limit, token, after);
    }

    public SearchRequest after(Optional<String> eventId) {
        return new SearchRequest(q, language, filters, sort, limit, cursor, eventId);
    }
}
