package org.pavilion.plugin.scifi;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Quantity;

/**
 * The gallery's page.
 *
 * @param theme the exhibition that the stated figures belong to
 * @param props exhibits with a model
 * @param works what was shown of films, stated as facts
 * @param groups everything else on record
 * @param pairs what fiction imagines beside what is real
 * @param next cursor of the following slice
 */
public record GalleryView(
        Optional<Exhibit> theme,
        List<Figure> figures,
        List<ExhibitCard> props,
        List<ExhibitCard> works,
        List<ExhibitCard> groups,
        List<ExhibitCard> pairs,
        Optional<String> next) {

    /** A figure as the source states it, by the name of what is counted. */
    public record Figure(org.pavilion.api.Text label, Quantity quantity) {}

    public boolean empty() {
        return figures.isEmpty() && props.isEmpty() && works.isEmpty() && groups.isEmpty() && pairs.isEmpty();
    }
}
