package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * The picture of a room. What stands here beside the sites is that of the main one.
 *
 * @param state scheduled, live, paused, ended or replay
 * @param kind always {@code hls} today
 * @param src the playlist; absolute for a stream that comes from elsewhere
 * @param poster a still picture; absent for a stream that comes from elsewhere
 * @param startedAt when the running or last stretch began
 * @param offsetMs media time at {@code startedAt}
 * @param durationMs media time at the end, once it has ended
 * @param captions one track a language, once it has ended; none for a stream that comes from elsewhere
 * @param sites every picture of the room, the main one first
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
        List<CaptionView> captions,
        List<SiteView> sites) {

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

    /**
     * One picture of the room.
     *
     * @param site main or second
     * @param label what the site is called; empty for one that nobody named
     * @param kind card, encoder or elsewhere
     * @param state waiting for its first piece, receiving, lost, or recorded; an address elsewhere is always
     *     {@code receiving}, because nobody here looks at it
     * @param stretches where the recording and media time part; empty when they are the same
     */
    public record SiteView(
            String site,
            Text label,
            String kind,
            String state,
            String src,
            Optional<String> poster,
            List<Stretch> stretches,
            List<CaptionView> captions) {}

    /** From {@code at} in the recording on, media time runs from {@code mediaMs}; both in milliseconds. */
    public record Stretch(long at, long mediaMs) {}
}
