package org.pavilion.plugin.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A published index, ranking or assessment, as imported. What the source does not give stays absent.
 *
 * @param weightsGiven whether the source gives the weights
 * @param external true for a third party's ranking, which is only quoted, never recomputed
 * @param result published results by name
 * @param session id of the session that made it public, as far as it is known
 */
public record Index(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        String edition,
        Optional<String> publisher,
        List<Dimension> groups,
        Optional<Integer> indicatorCount,
        Optional<Boolean> indicatorsNamed,
        Optional<Boolean> weightsGiven,
        List<String> publishers,
        List<Dimension> dimensions,
        Map<String, Integer> result,
        List<String> benchmarkCities,
        Optional<Integer> size,
        Optional<Boolean> entriesGiven,
        Optional<Boolean> external,
        Optional<Integer> consecutiveFirst,
        Optional<String> session,
        List<Source> source) {

    /** One group of indicators. */
    public record Dimension(String id, String zh, String en) {
        Text text() {
            return new Text(zh, en);
        }
    }

    Ref ref() {
        return new Ref("index", id);
    }

    List<String> allPublishers() {
        return publisher.map(List::of).orElse(publishers);
    }

    boolean isExternal() {
        return external.orElse(false);
    }
}
