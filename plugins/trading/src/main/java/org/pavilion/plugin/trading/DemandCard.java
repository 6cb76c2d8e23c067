package org.pavilion.plugin.trading;

import java.util.List;
import org.pavilion.api.Text;

/** A demand with the names of what it refers to; its fields are stated by a tag or inferred. */
public record DemandCard(Demand demand, List<Named> fields, Text edition) {}
