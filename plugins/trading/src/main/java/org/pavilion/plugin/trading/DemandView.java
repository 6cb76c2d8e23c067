package org.pavilion.plugin.trading;

import java.util.List;

/** A demand with the offers that answer it, those that almost do, and what it is linked to. */
public record DemandView(DemandCard card, List<MatchCard> matches, List<MatchCard> unfit) {}
