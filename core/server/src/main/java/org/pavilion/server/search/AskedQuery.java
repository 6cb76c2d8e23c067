package org.pavilion.server.search;

/**
 * What several visitors asked for.
 *
 * @param query folded text
 * @param asked how often
 * @param hits found at most
 */
public record AskedQuery(String query, long asked, long hits) {}
