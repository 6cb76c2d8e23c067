package org.pavilion.server.http.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.server.live.view.RoomState;
import org.pavilion.server.search.AskedQuery;
import org.pavilion.server.statistics.Day;

/**
 * What the organiser's first page shows.
 *
 * @param figures counts of now by name, renewed over the socket
 * @param waiting what waits for a decision of this reader
 * @param today each metric by the hour
 * @param next rooms that are on or come next
 * @param asked what visitors searched for most today
 * @param inVain the same of what found nothing
 * @param backup when the last backup was made
 * @param backupPoor whether somebody should look at the backups
 * @param mark of the lists, to see whether they are still what they were
 */
public record Overview(
        Map<String, Long> figures,
        long waiting,
        long documents,
        List<Day> today,
        List<RoomState> next,
        List<AskedQuery> asked,
        List<AskedQuery> inVain,
        Optional<Instant> backup,
        boolean backupPoor,
        String mark,
        Instant at) {
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;

    /** How long ago the last backup was made: a message key and its number. */
    public Age backupAge() {
        long seconds = backup.map(last -> Math.max(0, at.getEpochSecond() - last.getEpochSecond()))
                .orElse(0L);
        if (seconds < HOUR) {
            return new Age("overview.backup-fresh", 0);
        }
        return seconds < 2 * DAY
                ? new Age("overview.backup-hours", seconds / HOUR)
                : new Age("overview.backup-days", seconds / DAY);
    }

    /** So many of a unit that the message names. */
    public record Age(String key, long number) {}

    /** How much of the most frequent question this one is, in percent. */
    public static long share(AskedQuery query, List<AskedQuery> of) {
        return Math.max(1, 100 * query.asked() / Math.max(1, of.getFirst().asked()));
    }

    public long figure(String name) {
        return figures.getOrDefault(name, 0L);
    }
}
