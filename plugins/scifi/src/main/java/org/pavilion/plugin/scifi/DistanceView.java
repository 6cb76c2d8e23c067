package org.pavilion.plugin.scifi;

/**
 * The page of a question's answers: the same for everybody, so it knows nobody's own.
 *
 * @param voted whether the visitor comes from answering
 */
public record DistanceView(ExhibitCard card, Distance distance, boolean voted) {}
