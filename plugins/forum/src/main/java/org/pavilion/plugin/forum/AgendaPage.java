package org.pavilion.plugin.forum;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * The programme as its page shows it.
 *
 * @param nowBefore id of the session before which the present lies, on the day that is today
 * @param calendar query of the calendar file of the whole choice; {@code calendarOfDay} of its day
 */
public record AgendaPage(
        AgendaView agenda,
        Timetable table,
        Optional<String> nowBefore,
        List<Tab> tabs,
        String calendar,
        String calendarOfDay,
        boolean narrow) {

    /** The hour at the venue. */
    public String hour(Instant at) {
        return Programme.hour(at, ZoneId.of(agenda.zone()));
    }

    /** The shown day in words. */
    public Text heading() {
        return Agenda.label(agenda.day());
    }

    /** A day with the path that shows it. */
    public record Tab(AgendaView.Day day, String path) {}
}
