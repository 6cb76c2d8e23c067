package org.pavilion.api;

import java.util.List;

/**
 * A speaker, juror or guest; independent of editions.
 *
 * @param id public id, a slug such as {@code per-zhong-nanshan}
 * @param role position and affiliation as printed
 * @param listed false when the person must not be shown in lists of the demo
 * @param attendanceInferred true when the source implies the attendance without stating it
 */
@Stable
public record Person(
        String id,
        Text name,
        Text summary,
        Text role,
        boolean listed,
        boolean attendanceInferred,
        boolean synthetic,
        List<Source> sources) {}
