package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Edition;

/**
 * A hall with its zones and a slice of its booths.
 *
 * @param zone id of the zone the list is narrowed to, or empty
 * @param q words the list is narrowed to, or empty
 * @param total booths that match
 */
public record HallView(
        Edition edition,
        List<Edition> others,
        List<ZoneCount> zones,
        List<BoothCard> booths,
        Optional<String> next,
        int total,
        String zone,
        String q) {}
