package org.pavilion.plugin.scifi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * How far visitors think an exhibit is from reality.
 *
 * @param answers every possible answer, from nearest to farthest, with the visitors who gave it
 * @param mine the caller's own answer
 */
public record Distance(String exhibit, List<Answer> answers, long total, Optional<String> mine) {

    /**
     * One answer with the visitors who gave it.
     *
     * @param percent of all votes, rounded
     */
    public record Answer(String answer, Text label, long votes, int percent) {}

    static Distance of(String exhibit, Map<Horizon, Long> counts, Optional<Horizon> mine) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        var answers = Arrays.stream(Horizon.values())
                .map(each -> answer(each, counts.getOrDefault(each, 0L), total))
                .toList();
        return new Distance(exhibit, answers, total, mine.map(Horizon::code));
    }

    private static Answer answer(Horizon each, long votes, long total) {
        int percent = total == 0 ? 0 : Math.toIntExact(Math.round(votes * 100.0 / total));
        return new Answer(each.code(), each.label(), votes, percent);
    }
}
