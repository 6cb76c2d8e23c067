package org.pavilion.plugin.forum;

import java.util.List;

/** The line below the bar: what is on, and what comes next. */
public record StripView(List<Entry> live, List<Entry> next) {

    /** One session with its hour at the venue. */
    public record Entry(SessionLine session, String hour, String path) {}
}
