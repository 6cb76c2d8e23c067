package org.pavilion.plugin.trading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;

/**
 * Narrows, counts, orders and pages one list of records.
 *
 * @param id what a cursor names: paging goes on behind this record, whatever was added meanwhile
 * @param texts what words are looked for in
 * @param orders by name; none asked for is the list's own order
 */
record Finder<T>(
        List<Aspect<T>> aspects,
        Function<T, String> id,
        Function<T, List<Text>> texts,
        Map<String, Comparator<T>> orders) {

    /** The parameters a list understands. */
    List<String> parameters() {
        return Stream.concat(
                        Stream.of("kind", "q", "sort", "after"),
                        aspects.stream().map(Aspect::name))
                .toList();
    }

    Found<T> find(List<T> all, Selection asked, int limit) {
        var worded = all.stream().filter(record -> says(record, asked)).toList();
        var wanted = ordered(
                worded.stream()
                        .filter(record -> aspects.stream().allMatch(aspect -> has(record, aspect, asked)))
                        .toList(),
                asked);
        int begin = asked.one("after").map(after -> behind(wanted, after)).orElse(0);
        var records = wanted.subList(begin, Math.min(wanted.size(), begin + limit));
        return new Found<>(
                List.copyOf(records),
                begin + limit < wanted.size() ? Optional.of(id.apply(records.getLast())) : Optional.empty(),
                wanted.size(),
                aspects.stream().map(aspect -> facet(worded, aspect, asked)).toList());
    }

    private List<T> ordered(List<T> wanted, Selection asked) {
        var name = asked.one("sort");
        if (name.isEmpty()) {
            return wanted;
        }
        var order = Optional.ofNullable(orders.get(name.get()))
                .orElseThrow(
                        () -> Problem.invalid("/sort", "not an order: " + name.get() + ", but " + orders.keySet()));
        return wanted.stream().sorted(order).toList();
    }

    private int behind(List<T> wanted, String after) {
        for (int at = 0; at < wanted.size(); at++) {
            if (id.apply(wanted.get(at)).equals(after)) {
                return at + 1;
            }
        }
        throw Problem.invalid("/after", "no place in this list: " + after);
    }

    private boolean says(T record, Selection asked) {
        var words = asked.one("q").map(q -> q.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        if (words.isEmpty()) {
            return true;
        }
        var all = new StringBuilder();
        texts.apply(record)
                .forEach(text ->
                        all.append(text.zh()).append(' ').append(text.en()).append(' '));
        var folded = all.toString().toLowerCase(Locale.ROOT);
        return Stream.of(words.get()).allMatch(folded::contains);
    }

    private static <T> boolean has(T record, Aspect<T> aspect, Selection asked) {
        var wanted = asked.all(aspect.name());
        return wanted.isEmpty() || aspect.values().apply(record).stream().anyMatch(wanted::contains);
    }

    /** Counts what each choice would give beside the other facets' choices. */
    private Facet facet(List<T> worded, Aspect<T> aspect, Selection asked) {
        var counts = new LinkedHashMap<String, Long>();
        worded.stream()
                .filter(record -> aspects.stream()
                        .allMatch(other -> other.name().equals(aspect.name()) || has(record, other, asked)))
                .forEach(record -> aspect.values().apply(record).stream()
                        .distinct()
                        .forEach(value -> counts.merge(value, 1L, Long::sum)));
        var chosen = asked.all(aspect.name());
        chosen.forEach(value -> counts.putIfAbsent(value, 0L));
        var places = new HashMap<String, Integer>();
        aspect.order().forEach(value -> places.put(value, places.size()));
        return new Facet(
                aspect.name(),
                aspect.title(),
                counts.entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<String, Long> entry) ->
                                        places.getOrDefault(entry.getKey(), Integer.MAX_VALUE))
                                .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
                                .thenComparing(Map.Entry::getKey))
                        .map(entry -> new Facet.Choice(
                                entry.getKey(),
                                aspect.label().apply(entry.getKey()),
                                entry.getValue(),
                                chosen.contains(entry.getKey())))
                        .toList());
    }
}
