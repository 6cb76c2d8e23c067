package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;

/** The catalogue of exhibitors: a slice of the booths, real ones first. */
public record ExhibitorsView(
        List<BoothCard> booths,
        Optional<String> next,
        int total,
        List<Edition> editions,
        List<Directory.Field> fields,
        String edition,
        String field,
        String q) {}
