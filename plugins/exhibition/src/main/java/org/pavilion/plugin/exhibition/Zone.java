package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A themed part of an edition's exhibition.
 *
 * @param letter what the codes of its stands begin with, unique within the edition
 * @param host id of the organisation that runs it
 * @param partOf id of the record it is described in
 * @param capacity stands of its grid; 0 when no grid is known
 */
public record Zone(
        String id,
        String edition,
        String letter,
        Text name,
        Text summary,
        Optional<String> host,
        Optional<String> partOf,
        boolean virtual,
        int capacity,
        boolean synthetic,
        List<Source> sources,
        long version) {

    public Ref ref() {
        return new Ref("zone", id);
    }

    /** Position of its hue in the palette of eight, 0–7. */
    public int colour() {
        return ZoneLetters.index(letter) % 8;
    }
}
