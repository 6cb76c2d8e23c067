package org.pavilion.api;

import java.util.List;

/**
 * A firm, institute, ministry or association; independent of editions.
 *
 * @param id public id, a slug such as {@code org-cas}
 * @param roles what it did: host, exhibitor, publisher …
 * @param editions ids of the editions it took part in
 * @param exhibitor whether it showed something
 * @param synthetic true when invented
 */
@Stable
public record Organisation(
        String id,
        Text name,
        Text summary,
        List<Text> aliases,
        List<String> roles,
        List<String> editions,
        boolean exhibitor,
        boolean synthetic,
        List<Source> sources) {}
