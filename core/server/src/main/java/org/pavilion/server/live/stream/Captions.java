package org.pavilion.server.live.stream;

import java.util.ArrayList;
import java.util.List;
import org.pavilion.api.Language;
import org.pavilion.api.Text;
import org.pavilion.server.live.view.StreamView;

/**
 * The captions of a recorded test card that nobody captioned: the name of each chapter when it begins,
 * else what the picture shows, because nobody speaks there. Its times are media times.
 */
final class Captions {
    private static final Text SHOWN =
            new Text("[测试画面：时钟显示会议进行的时间，没有语音]", "[Test card: a clock shows the time of the session; nobody speaks]");
    private static final long TITLE_MS = 6_000;

    private final List<Vtt.Cue> cues = new ArrayList<>();
    private final Language language;

    private Captions(Language language) {
        this.language = language;
    }

    /** @param length media time of the end in milliseconds */
    static List<Vtt.Cue> of(List<StreamView.ChapterView> chapters, long length, Language language) {
        var captions = new Captions(language);
        long reached = 0;
        for (int i = 0; i < chapters.size(); i++) {
            var chapter = chapters.get(i);
            long end = i + 1 < chapters.size()
                    ? Math.min(length, chapters.get(i + 1).at())
                    : length;
            long named = Math.min(end, chapter.at() + TITLE_MS);
            captions.cue(reached, chapter.at(), SHOWN);
            captions.cue(chapter.at(), named, chapter.title());
            captions.cue(named, end, SHOWN);
            reached = end;
        }
        captions.cue(reached, length, SHOWN);
        return captions.cues;
    }

    private void cue(long from, long to, Text words) {
        if (from < to) {
            cues.add(new Vtt.Cue(from, to, words.in(language)));
        }
    }
}
