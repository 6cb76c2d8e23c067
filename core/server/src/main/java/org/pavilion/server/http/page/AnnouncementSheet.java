package org.pavilion.server.http.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.server.announce.Announcement;

/**
 * All announcements and the form for one.
 *
 * @param edited the one that the form changes; empty for a new one
 * @param undo what takes back what was just done; empty when nothing does
 */
public record AnnouncementSheet(
        List<Announcement> all,
        Typed typed,
        Optional<Announcement> edited,
        Instant now,
        Optional<Desk.Notice> notice,
        String undo) {}
