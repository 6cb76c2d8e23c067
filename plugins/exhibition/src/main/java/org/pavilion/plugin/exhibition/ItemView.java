package org.pavilion.plugin.exhibition;

import java.util.List;

/** An item with the booths that showed it, and items like it. */
public record ItemView(ItemCard card, List<BoothCard> booths, List<ItemCard> similar) {}
