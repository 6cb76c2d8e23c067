package org.pavilion.server.live;

import java.util.List;
import org.pavilion.api.Language;
import org.pavilion.api.Text;
import org.pavilion.server.live.view.StreamView;

/**
 * The captions of a recorded test card as WebVTT: the name of each chapter when it begins, else what
 * the picture shows, because nobody speaks there. Its times are media times.
 */
final class Captions {
    private static final Text SHOWN =
            new Text("[测试画面：时钟显示会议进行的时间，没有语音]", "[Test card: a clock shows the time of the session; nobody speaks]");
    private static final long TITLE_MS = 6_000;

    private final StringBuilder text = new StringBuilder("WEBVTT\n");
    private final Language language;

    private Captions(Language language) {
        this.language = language;
    }

    /** @param length media time of the end in milliseconds */
    static String of(List<StreamView.ChapterView> chapters, long length, Language language) {
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
        return captions.text.toString();
    }

    private void cue(long from, long to, Text words) {
        if (from < to) {
            text.append('\n')
                    .append(time(from))
                    .append(" --> ")
                    .append(time(to))
                    .append('\n')
                    .append(plain(words.in(language)))
                    .append('\n');
        }
    }

    /** One line of a cue: markup and the arrow have no meaning in it. */
    private static String plain(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\R+", " ");
    }

    private static String time(long ms) {
        return "%02d:%02d:%02d.%03d".formatted(ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60, ms % 1_000);
    }
}
