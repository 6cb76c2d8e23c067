package org.pavilion.plugin.exhibition;

import java.util.List;

/** Chooses the drawn pattern and hue of a record that brings no picture: always the same for the same id. */
public final class Art {
    private static final List<String> PATTERNS = List.of("grid", "dots", "rings", "rays", "waves", "roofs");
    private static final List<String> FIELDS =
            List.of("ai", "ict", "biomed", "manufacturing", "energy", "new-materials", "aerospace", "culture-tech");

    private Art() {}

    public static String of(String id) {
        return PATTERNS.get(Math.floorMod(id.hashCode(), PATTERNS.size()));
    }

    /** Place of a field in the palette of eight. */
    public static int colour(String field) {
        int own = FIELDS.indexOf(field);
        return own >= 0 ? own : Math.floorMod(field.hashCode(), FIELDS.size());
    }
}
