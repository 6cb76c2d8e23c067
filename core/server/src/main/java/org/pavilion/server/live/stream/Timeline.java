package org.pavilion.server.live.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pavilion.server.live.room.Segments;
import org.pavilion.server.live.view.StreamView;

/**
 * The pieces of a recording in order, and which second of it is which media time. Where an encoder was
 * lost the recording is shorter than the session, so the two are not the same.
 *
 * @param pieces those that were taken while the session ran
 */
record Timeline(List<PieceRow> pieces, List<StreamView.Stretch> stretches) {

    static Timeline of(List<PieceRow> listed, Segments segments, Instant over) {
        var pieces = new ArrayList<PieceRow>();
        var stretches = new ArrayList<StreamView.Stretch>();
        long reached = 0;
        long expected = Long.MIN_VALUE;
        for (var piece : listed) {
            var media = media(piece, segments, over);
            if (media.isEmpty()) {
                continue;
            }
            // A few milliseconds of rounding are no gap.
            if (Math.abs(media.get() - expected) > 250) {
                stretches.add(new StreamView.Stretch(reached, media.get()));
                expected = media.get();
            }
            pieces.add(piece);
            reached += piece.durationMs();
            expected += piece.durationMs();
        }
        return new Timeline(List.copyOf(pieces), List.copyOf(stretches));
    }

    /** Media time at which a piece begins, negative for one that ran already when the session began; empty for one beside it. */
    private static Optional<Long> media(PieceRow piece, Segments segments, Instant over) {
        var from = piece.shownAt().orElse(piece.at());
        for (var each : segments.list()) {
            if (piece.end().isAfter(each.startedAt())
                    && from.isBefore(each.endedAt().orElse(over))) {
                return Optional.of(each.offsetMs()
                        + Duration.between(each.startedAt(), from).toMillis());
            }
        }
        return Optional.empty();
    }

    /** How long the recording is. */
    long length() {
        return pieces.stream().mapToLong(PieceRow::durationMs).sum();
    }

    /** Where in the recording a media time is; the next that there is, for one that was lost. */
    static long position(List<StreamView.Stretch> stretches, long media) {
        if (stretches.isEmpty()) {
            return media;
        }
        long position = 0;
        for (int i = 0; i < stretches.size(); i++) {
            var each = stretches.get(i);
            if (media < each.mediaMs() && i > 0) {
                return Math.min(position, each.at());
            }
            position = each.at() + Math.max(0, media - each.mediaMs());
        }
        return position;
    }
}
