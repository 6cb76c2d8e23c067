package org.pavilion.plugin.exhibition;

import java.util.List;

/** What an organisation showed, for its page. */
public record ExhibitorView(List<BoothCard> booths, List<ItemCard> items) {}
