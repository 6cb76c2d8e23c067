package org.pavilion.server.search;

import java.time.Instant;
import org.pavilion.api.Ref;

/**
 * One found object.
 *
 * @param type its kind, also the part of {@code ref} before the colon
 * @param typeLabel the kind as readers see it
 * @param id public id, the part of {@code ref} after the colon
 * @param title HTML: escaped text with {@code <mark>} around what matched
 * @param snippet HTML like {@code title}: the passage that matched best
 * @param url page of the object in the asked language
 * @param via how it was found: exact, pinyin, typo or loose
 * @param language tag of the language the texts are in, when the asked one is missing
 * @param changed when the object last changed
 */
public record Hit(
        Ref ref,
        String type,
        String typeLabel,
        String id,
        String title,
        String snippet,
        String url,
        String via,
        String language,
        Instant changed) {}
