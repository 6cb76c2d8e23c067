package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Claim;
import org.pavilion.api.Link;
import org.pavilion.api.Organisation;

/**
 * A booth with everything around it.
 *
 * @param stated published counts about what the exhibitor showed; kept apart from the named items
 * @param talk whether visitors can talk at the booth
 * @param elsewhere the exhibitor's booths in other editions
 */
public record BoothView(
        BoothCard card,
        boolean talk,
        Optional<Organisation> exhibitor,
        List<ItemCard> items,
        List<Claim> stated,
        List<BoothCard> elsewhere,
        List<BoothCard> similar,
        List<Link> related,
        long visitors) {}
