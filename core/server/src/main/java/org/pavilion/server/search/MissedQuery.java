package org.pavilion.server.search;

/**
 * What visitors asked for without an exact answer, since long ago or today.
 *
 * @param query folded text
 * @param stage {@code none}, {@code pinyin}, {@code typo} or {@code loose}
 * @param hits found at the last time
 * @param asked how often
 * @param lastDay ISO date of the last time
 */
public record MissedQuery(String query, String stage, long hits, long asked, String lastDay) {}
