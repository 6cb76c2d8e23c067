package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * A published total taken apart: what it states, what of it is named, and the derived rest.
 *
 * @param remainder absent when the figures allow no difference
 * @param published how many of the named deals have a published amount
 * @param inferred the parts were found by their edition, the source does not list them
 * @param origins where the projects come from; cells under three are merged
 */
public record Sum(
        Deal total,
        Level stated,
        Level named,
        Optional<Level> remainder,
        int published,
        boolean inferred,
        List<Deal> parts,
        List<Share> shares,
        List<Origin> origins) {

    /** A count of projects with their amount, as far as each is known. */
    public record Level(Optional<Figure> projects, Optional<Figure> amount) {}

    /** Projects from one place. */
    public record Origin(Text name, long projects, boolean derived) {}

    /** The named part of the amount in percent, for a bar; 0 when it is unknown. */
    public double namedPercent() {
        return stated.amount()
                .flatMap(all -> named.amount()
                        .map(part -> part.quantity().value().doubleValue()
                                / all.quantity().value().doubleValue()
                                * 100))
                .orElse(0.0);
    }
}
