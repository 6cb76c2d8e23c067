package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Optional;

/** The agencies as one visitor narrowed them. */
public record AgenciesView(
        Selection here, List<Facet> facets, List<AgencyCard> agencies, long total, Optional<String> next) {}
