package org.pavilion.plugin.policy.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rule as one version of its document states it.
 *
 * @param lawFrom first day in force
 * @param lawTo last day in force, if it ends by itself
 * @param lawAssumed whether the source gives less than a day, so that the earliest one is taken
 * @param known when the house learned of it
 * @param planned a planned document is shown and never computed
 * @param rule empty when this version has no such rule any more
 */
public record Version(
        int number,
        LocalDate lawFrom,
        Optional<LocalDate> lawTo,
        boolean lawAssumed,
        Instant known,
        boolean planned,
        Optional<Rule> rule) {

    private static final Comparator<Version> ORDER =
            Comparator.comparing(Version::lawFrom).thenComparing(Version::known).thenComparing(Version::number);

    /** The version in force on a day: of those begun the latest, of rival accounts the newest. */
    public static Optional<Version> on(List<Version> versions, LocalDate day) {
        return versions.stream()
                .filter(version -> !version.lawFrom().isAfter(day))
                .max(ORDER)
                .filter(version ->
                        version.lawTo().map(end -> !end.isBefore(day)).orElse(true));
    }

    public static Optional<Version> first(List<Version> versions) {
        return versions.stream().min(ORDER);
    }
}
