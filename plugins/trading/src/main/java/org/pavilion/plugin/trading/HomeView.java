package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * What the board shows on the home page.
 *
 * @param edition whose deals they are; all editions' when absent
 */
public record HomeView(
        Optional<Text> edition, DealFigures figures, List<DealCard> latest, long offers, long demands, double most) {}
