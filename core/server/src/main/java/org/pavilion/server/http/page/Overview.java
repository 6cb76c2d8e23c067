package org.pavilion.server.http.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pavilion.server.live.RoomState;
import org.pavilion.server.search.MissedQuery;
import org.pavilion.server.statistics.Day;

/**
 * What the organiser's first page shows.
 *
 * @param figures counts of now by name, renewed over the socket
 * @param waiting what waits for a decision of this reader
 * @param today each metric by the hour
 * @param next rooms that are on or come next
 */
public record Overview(
        Map<String, Long> figures,
        long waiting,
        long documents,
        List<Day> today,
        List<RoomState> next,
        List<MissedQuery> missed,
        Instant at) {
    public long figure(String name) {
        return figures.getOrDefault(name, 0L);
    }
}
