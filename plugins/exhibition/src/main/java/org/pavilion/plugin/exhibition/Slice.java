package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some entries of a long list, and where it goes on.
 *
 * @param next cursor of the following slice; empty at the end
 */
public record Slice<T>(List<T> entries, Optional<String> next) {

    /** Cuts a list that was read one entry longer than asked. */
    static <T> Slice<T> of(List<T> read, int limit, Function<T, String> cursor) {
        if (read.size() <= limit) {
            return new Slice<>(List.copyOf(read), Optional.empty());
        }
        var entries = List.copyOf(read.subList(0, limit));
        return new Slice<>(entries, Optional.of(cursor.apply(entries.getLast())));
    }
}
