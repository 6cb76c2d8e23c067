package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;

/** The wall of achievements: a slice of the items, and what it can be narrowed to. */
public record WallView(
        List<ItemCard> items,
        Optional<String> next,
        int total,
        List<FieldCount> fields,
        List<Count> tags,
        List<Edition> editions,
        String edition,
        String field,
        String tag) {

    /** A field and how many items it has. */
    public record FieldCount(Directory.Field field, int count) {}
}
