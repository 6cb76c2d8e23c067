package org.pavilion.plugin.forum;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Mark;
import org.pavilion.api.Text;

/**
 * The programme as its organiser sees it, a day at a time.
 *
 * @param places where something happens on the day, for a delay of one place
 * @param done what was just done, and the act that takes it back
 * @param editor whether the reader may change sessions; others run their ceremonies
 */
public record DeskView(
        String edition,
        Text editionName,
        String zone,
        List<AgendaView.Day> days,
        String day,
        List<Row> rows,
        List<String> places,
        Optional<Done> done,
        boolean editor) {

    /** One session. */
    public record Row(SessionLine line, Optional<Text> when, List<Mark> marks, int blocks, int held) {}

    /** What was done, how many sessions it touched, and whether it can be taken back. */
    public record Done(String kind, String act, int sessions, boolean undoable) {}
}
