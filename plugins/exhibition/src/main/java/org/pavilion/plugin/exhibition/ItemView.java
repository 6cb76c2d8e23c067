package org.pavilion.plugin.exhibition;

import java.util.List;
import org.pavilion.api.Link;

/** An item with the booths that showed it, items like it and what it is linked to. */
public record ItemView(ItemCard card, List<BoothCard> booths, List<ItemCard> similar, List<Link> related) {}
