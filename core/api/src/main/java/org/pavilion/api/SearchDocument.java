package org.pavilion.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What search knows of an object, in plain text.
 *
 * @param title its name
 * @param body everything else a reader may find it by; may repeat the title when there is nothing
 * @param tags short labels, any language
 * @param facets declared facet → values; reserved: {@code org} (names), {@code code} (part
 *     numbers), {@code edition}, {@code price}, {@code startsAt}, {@code popularity} (1–1000)
 * @param link page of the object without language prefix
 * @param visibility who may find it
 * @param changed when it last changed
 * @param levels deeper texts with their own visibility
 */
@Stable
public record SearchDocument(
        Ref ref,
        Text title,
        Text body,
        Set<String> tags,
        Map<String, List<String>> facets,
        URI link,
        Visibility visibility,
        Instant changed,
        List<Level> levels) {

    /** A deeper text of the same object, found only by its own readers. */
    public record Level(String name, Text body, Visibility visibility) {}
}
