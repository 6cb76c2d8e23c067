package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * One line of the import kind {@code booth}: either {@code exhibitor} names an organisation of the
 * directory, or {@code name} names an invented one and {@code synthetic} is true. Without {@code stand} the booth
 * keeps the stand it has in the zone, or gets the next free one.
 */
record BoothLine(
        String id,
        String kind,
        String edition,
        Optional<String> exhibitor,
        Optional<Text> name,
        Optional<Text> pitch,
        Optional<String> zone,
        Optional<String> stand,
        List<String> fields,
        List<String> tags,
        Optional<Boolean> synthetic) {}
