package org.pavilion.plugin.contest;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A contest, or a series of them, as it is imported and kept.
 *
 * @param edition its own edition; absent for a series
 * @param fields how many fields the source states; {@code namedFields} are those it names
 * @param champion id of an organisation
 * @param pipeline what follows the contest, step by step
 */
public record Contest(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        Optional<String> edition,
        Optional<Integer> fields,
        Optional<Integer> tracks,
        Optional<Quantity> projects,
        List<String> namedFields,
        Optional<PartialDate> launched,
        Optional<PartialDate> finalDate,
        Optional<String> champion,
        Optional<Text> theme,
        Optional<Integer> startedYear,
        Optional<Integer> editionsHeld,
        Optional<Integer> expectedOutcomes,
        List<String> pipeline,
        List<String> services,
        Optional<Boolean> synthetic,
        List<Source> source) {

    Ref ref() {
        return new Ref("contest", id);
    }

    boolean invented() {
        return synthetic.orElse(false);
    }

    /** The latest known date, which lists sort by; empty when none is known. */
    String latest() {
        return finalDate
                .or(() -> launched)
                .map(PartialDate::text)
                .or(() ->
                        source.stream().map(each -> String.valueOf(each.year())).findFirst())
                .orElse("");
    }
}
