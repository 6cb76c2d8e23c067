package org.pavilion.plugin.forum;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * The blocks of a session for those who run it.
 *
 * @param asking the block that is about to be run and waits for a second yes
 * @param editor whether the reader may plan blocks, besides running them
 */
public record CeremonyView(
        SessionLine line,
        Text editionName,
        Optional<String> room,
        List<Row> rows,
        Optional<String> asking,
        List<String> kinds,
        ZoneId zone,
        boolean editor,
        boolean cancelled) {

    /** A block with the records that wait for it. */
    public record Row(Block block, List<Waiting> waiting) {}

    /** A record that waits; {@code ref} is the name it will have. */
    public record Waiting(String ref, Text name) {}

    public String hour(Instant at) {
        return Programme.hour(at, zone);
    }

    public Optional<Row> asked() {
        return asking.flatMap(id -> rows.stream()
                .filter(row -> row.block().id().equals(id) && !row.block().done())
                .findFirst());
    }
}
