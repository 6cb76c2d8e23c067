package org.pavilion.plugin.trading;

import java.util.List;

/** A demand with the offers that answer it and those that almost do. */
public record DemandView(DemandCard card, List<MatchCard> matches, List<MatchCard> unfit) {}
