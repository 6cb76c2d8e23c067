package org.pavilion.server.directory;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Quantity;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/** The records of the import kinds as they stand in JSON Lines files. Rows keep them whole. */
final class Lines {
    private Lines() {}

    /** A document that figures come from; readers see the label. */
    record SourceLine(String file, int year, Text label, String kind) {}

    record FieldLine(String id, Text name) {}

    /** A main division that editions may name; without a plugin it is a plain content page. */
    record BoardLine(String id, Optional<String> kind, Text name, Optional<String> plugin, String path) {}

    record EditionLine(
            String id,
            Optional<String> kind,
            Text name,
            Text summary,
            String series,
            int year,
            Optional<Integer> ordinal,
            String status,
            Dates dates,
            Optional<String> hostedWithin,
            List<String> boards,
            String format,
            Optional<Text> theme,
            List<String> hosts,
            Optional<String> zone,
            Optional<Boolean> synthetic,
            List<Source> source) {}

    /**
     * When an edition takes place, as far as known.
     *
     * @param known single days that are known where first and last are not
     * @param startDerived the first day was taken from the host
     * @param derivedFromParent both days were taken from the host
     */
    record Dates(
            Optional<PartialDate> start,
            Optional<PartialDate> end,
            List<PartialDate> known,
            Optional<Boolean> startDerived,
            Optional<Boolean> derivedFromParent) {}

    record OrganisationLine(
            String id,
            Optional<String> kind,
            Text name,
            Text summary,
            List<Text> aliases,
            List<String> roles,
            List<String> editions,
            boolean isExhibitor,
            Optional<String> exhibitorEvidence,
            Optional<Boolean> synthetic,
            List<Source> source) {}

    record PersonLine(
            String id,
            Optional<String> kind,
            Text name,
            Text summary,
            Text role,
            List<String> sessions,
            Optional<String> displayHint,
            Optional<Boolean> attendanceInferred,
            Optional<Boolean> synthetic,
            List<Source> source) {}

    /**
     * A published figure.
     *
     * @param subject what it is about; the edition when absent
     * @param metric what is counted, where two names mean the same thing
     */
    record FactLine(
            String id,
            Optional<String> kind,
            Text name,
            Text summary,
            String edition,
            Optional<String> subject,
            Optional<String> metric,
            BigDecimal value,
            String unit,
            Quantity.Qualifier qualifier,
            Optional<Text> doubt,
            List<Source> source) {}
}
