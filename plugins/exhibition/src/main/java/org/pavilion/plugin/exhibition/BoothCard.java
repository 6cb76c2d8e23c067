package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;

/**
 * A booth as lists show it.
 *
 * @param guest true when a real exhibitor stands in an invented edition: the stand is a demo, the exhibitor is not
 */
public record BoothCard(
        Booth booth, Optional<Zone> zone, Optional<Edition> edition, List<Directory.Field> fields, boolean guest) {

    /** Place in the palette of eight. */
    public String colour() {
        return zone.map(found -> String.valueOf(found.colour())).orElse("");
    }
}
