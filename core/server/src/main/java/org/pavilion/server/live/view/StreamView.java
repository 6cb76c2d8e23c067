package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * The picture of a room.
 *
 * @param state scheduled, live, paused, ended or replay
 * @param kind always {@code hls} today
 * @param src the playlist; absolute for a stream that comes from elsewhere
 * @param poster a still picture; absent for a stream that comes from elsewhere
 * @param startedAt when the running or last stretch began
 * @param offsetMs media time at {@code startedAt}
 * @param durationMs media time at the end, once it has ended
 * @param captions one track a language, once it has ended; none for a stream that comes from elsewhere
 */
public record StreamView(
        String state,
        String kind,
        String src,
        Optional<String> poster,
        Optional<Instant> startedAt,
        long offsetMs,
        Optional<Long> durationMs,
        List<ChapterView> chapters,
        List<CaptionView> captions) {

    /** A part of the session; {@code at} is media time in milliseconds. */
    public record ChapterView(long at, Text title) {}

    /**
     * Captions in one language.
     *
     * @param language e.g. {@code zh}
     * @param label the language's own name
     * @param src a WebVTT file
     */
    public record CaptionView(String language, String label, String src) {}
}
