package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.server.live.view.CaptionDesk;
import org.pavilion.server.live.view.CueView;

/**
 * The captions and chapters of a room to be edited.
 *
 * @param cues a page of them, in order
 * @param earlier media time before which there are more; empty on the first page
 * @param refusal why the last act was not done
 */
public record CaptionSheet(
        CaptionDesk desk,
        List<CueView> cues,
        Optional<Long> earlier,
        String draft,
        Optional<String> refusal,
        Optional<Desk.Notice> notice) {

    /** A media time as people write it, with tenths. */
    public static String clock(long ms) {
        long s = ms / 1_000;
        return "%d:%02d:%02d.%d".formatted(s / 3_600, s / 60 % 60, s % 60, ms / 100 % 10);
    }
}
