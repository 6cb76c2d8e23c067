package org.pavilion.server.search;

import java.util.Optional;
import org.pavilion.api.Language;

/** Names facet values for readers, e.g. the edition behind {@code ed-zgcf-2020}; passed in by boot. */
@FunctionalInterface
public interface FacetLabels {
    /** The value as readers see it; empty when unknown. Must be quick: called per value shown. */
    Optional<String> label(String facet, String value, Language language);
}
