package org.pavilion.api;

import java.util.List;
import java.util.Optional;

/**
 * One occurrence of a series: the 2020 forum, the 23rd expo.
 *
 * @param id public id, a slug
 * @param series id of the recurring event
 * @param status held, announced, referenced or open (takes place now, takes records)
 * @param start first day, as far as known
 * @param end last day, as far as known
 * @param hostedWithin id of the edition that hosts this one
 * @param boards main divisions in order of display
 * @param format hybrid, online, on-site or unknown
 * @param zone IANA zone of the venue, e.g. {@code Asia/Shanghai}
 * @param synthetic true when the whole edition is invented and must be marked so
 */
@Stable
public record Edition(
        String id,
        String series,
        int year,
        Text name,
        Text summary,
        Status status,
        Optional<PartialDate> start,
        Optional<PartialDate> end,
        Optional<String> hostedWithin,
        List<Board> boards,
        String format,
        Optional<Text> theme,
        String zone,
        boolean synthetic) {

    public enum Status {
        HELD,
        ANNOUNCED,
        REFERENCED,
        OPEN
    }
}
