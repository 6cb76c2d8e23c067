package org.pavilion.server.live.view;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * What a captioner works on.
 *
 * @param now media time reached; empty when nothing is shown
 */
public record CaptionDesk(
        String room,
        Text title,
        String phase,
        String language,
        List<String> languages,
        List<CueView> cues,
        List<ChapterLine> chapters,
        Optional<Long> now) {}
