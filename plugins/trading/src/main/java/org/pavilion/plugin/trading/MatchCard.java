package org.pavilion.plugin.trading;

import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/** A match as seen from one side, with the other side's name. */
public record MatchCard(Match match, Ref other, Text name, Text summary, boolean synthetic) {}
