package org.pavilion.plugin.trading;

import java.util.List;
import org.pavilion.api.Text;

/** A deal with the names of its edition and parties; a party without id is a name only. */
public record DealCard(Deal deal, Text edition, List<Named> parties) {}
