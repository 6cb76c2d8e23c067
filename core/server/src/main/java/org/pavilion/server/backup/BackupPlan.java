package org.pavilion.server.backup;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.pavilion.api.Problem;

/**
 * When backups are made by themselves.
 *
 * @param minute of the day, in the expo's zone
 * @param keep how many of the plan's own are kept
 */
public record BackupPlan(boolean enabled, int minute, int keep) {
    private static final int DAY = 24 * 60;
    private static final int MOST = 365;

    static final BackupPlan OFF = new BackupPlan(false, 3 * 60, 7);

    public BackupPlan {
        if (minute < 0 || minute >= DAY) {
            throw Problem.invalid("/minute", "a minute of the day, 0 to 1439, is required");
        }
        if (keep < 1 || keep > MOST) {
            throw Problem.invalid("/keep", "1 to 365 backups can be kept");
        }
    }

    public LocalTime time() {
        return LocalTime.of(minute / 60, minute % 60);
    }

    /** The latest time at which one was due. */
    Instant dueBefore(Instant now, ZoneId zone) {
        var today = on(now, zone, 0);
        return today.isAfter(now) ? on(now, zone, -1) : today;
    }

    Instant next(Instant now, ZoneId zone) {
        var today = on(now, zone, 0);
        return today.isAfter(now) ? today : on(now, zone, 1);
    }

    /** The time on the day before, on or after; where the clocks skip it, as much later. */
    private Instant on(Instant now, ZoneId zone, int days) {
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .atTime(time())
                .atZone(zone)
                .toInstant();
    }
}
