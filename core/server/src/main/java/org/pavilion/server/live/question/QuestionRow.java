package org.pavilion.server.live.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;

/** A question as it is stored. */
record QuestionRow(
        String id,
        Ref room,
        Instant at,
        Ref author,
        String name,
        String role,
        boolean anonymous,
        Optional<Ref> recorder,
        String text,
        String language,
        String tags,
        String state,
        Optional<String> reason,
        Optional<Long> runOrder,
        long votes,
        long changes,
        Optional<String> mergedInto,
        Optional<Instant> stagedAt,
        Optional<String> answer,
        Optional<Instant> answeredAt,
        Optional<String> answeredBy,
        Optional<Long> mediaMs) {

    QuestionState now() {
        return QuestionState.of(state);
    }

    List<String> tagged() {
        return tags.isEmpty() ? List.of() : List.of(tags.split("\n", -1));
    }
}
