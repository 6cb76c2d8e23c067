package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * One line of the import kind {@code booth}: either {@code exhibitor} names an organisation of the
 * directory, or {@code name} names an invented one and {@code synthetic} is true.
 */
record BoothLine(
        String id,
        String kind,
        String edition,
        Optional<String> exhibitor,
        Optional<Text> name,
        Optional<Text> pitch,
        Optional<String> zone,
        String stand,
        List<String> fields,
        List<String> tags,
        Optional<Boolean> synthetic) {}
