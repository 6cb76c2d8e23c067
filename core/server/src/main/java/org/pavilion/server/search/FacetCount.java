package org.pavilion.server.search;

/**
 * One value of a facet within the current results.
 *
 * @param label what readers see; the value itself when nobody knows a better name
 * @param chosen whether the request asked for it
 */
public record FacetCount(String value, String label, long count, boolean chosen) {}
