package org.pavilion.server.search.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an index knows of itself, kept in its commits.
 *
 * @param seq log position up to which every change is in it
 * @param epoch of the database it was read from
 * @param build of the software that wrote it
 * @param types whose objects are all in it
 */
public record Mark(long seq, String epoch, String build, Set<String> types) {
    public Mark {
        types = Set.copyOf(types);
    }

    Map<String, String> data() {
        return Map.of(
                "seq",
                Long.toString(seq),
                "epoch",
                epoch,
                "build",
                build,
                "types",
                String.join(",", new TreeSet<>(types)));
    }

    static Mark of(Iterable<Map.Entry<String, String>> data) {
        var all = new HashMap<String, String>();
        data.forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        var types = all.getOrDefault("types", "");
        return new Mark(
                Long.parseLong(all.getOrDefault("seq", "0")),
                all.getOrDefault("epoch", ""),
                all.getOrDefault("build", ""),
                types.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(types.split(",", -1))));
    }

    public Mark at(long position) {
        return new Mark(position, epoch, build, types);
    }

    public Mark with(String type) {
        var more = new TreeSet<>(types);
        more.add(type);
        return new Mark(seq, epoch, build, more);
    }

    public Mark without(String type) {
        var fewer = new TreeSet<>(types);
        fewer.remove(type);
        return new Mark(seq, epoch, build, fewer);
    }
}
