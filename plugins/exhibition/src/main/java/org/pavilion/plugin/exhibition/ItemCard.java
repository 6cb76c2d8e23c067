package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;
import org.pavilion.api.Organisation;

/** An item as lists show it. */
public record ItemCard(
        Item item,
        Optional<Zone> zone,
        List<Edition> editions,
        List<Organisation> organisations,
        List<Directory.Field> fields) {

    /** Name of one of the drawn patterns that stand where a record has no picture. */
    public String art() {
        return Art.of(item.id());
    }

    /** Hue of the first field, so that a field looks the same everywhere. */
    public String colour() {
        return fields.isEmpty()
                ? ""
                : String.valueOf(Art.colour(fields.getFirst().id()));
    }
}
