package org.pavilion.plugin.exhibition;

import java.util.List;
import org.pavilion.api.Edition;

/** The exhibition's section of the home page. */
public record HomeView(
        Edition edition, List<ZoneCount> zones, int booths, List<ItemCard> items, List<WallView.FieldCount> fields) {}
