package org.pavilion.plugin.trading;

import java.util.List;

/** An agency with the organisation it belongs to. */
public record AgencyCard(Agency agency, List<Named> organisation) {}
