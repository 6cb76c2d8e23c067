package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Edition;
import org.pavilion.api.Link;
import org.pavilion.api.Organisation;

/** A zone with its items, a slice of its booths, its popularity and what it is linked to. */
public record ZoneView(
        Zone zone,
        Optional<Edition> edition,
        Optional<Organisation> host,
        List<ItemCard> items,
        List<BoothCard> booths,
        Optional<String> next,
        int boothTotal,
        long visitors,
        List<Link> related) {}
