package org.pavilion.server.http;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.pavilion.api.Permission;
import org.pavilion.api.Scope;
import org.pavilion.server.live.view.RoomState;
import org.pavilion.server.plugin.PluginState;
import org.pavilion.server.realtime.Broadcast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of the organiser's first page, told to those pages every two seconds and to nobody when
 * none is open.
 */
final class DeskPulse implements AutoCloseable {
    static final String TOPIC = "desk";

    private static final Logger log = LoggerFactory.getLogger(DeskPulse.class);
    private static final Permission NEEDS = new Permission("statistics:read");
    private static final long BEAT_MS = 2_000;
    private static final int BEATS_A_LOOK = 5;
    private static final int LISTED = 8;

    private final HttpParts house;
    private final Broadcast desk;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("desk-pulse").daemon().factory());
    private final Future<?> beating;
    private int beats;

    DeskPulse(HttpParts house) {
        this.house = house;
        this.desk = house.realtime().broadcast(TOPIC, caller -> house.identity().require(caller, NEEDS, Scope.EXPO));
        beating = timer.scheduleWithFixedDelay(this::beat, BEAT_MS, BEAT_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * A mark of what the first page lists now. A page that bears another one shows what was, and fetches
     * itself anew.
     */
    static String overview(HttpParts house) {
        var today = today(house);
        return Integer.toHexString(List.of(
                        house.search().asked(today, false, LISTED),
                        house.search().asked(today, true, LISTED),
                        waiting(house),
                        house.upkeep().backups().state().runs().stream()
                                .filter(run -> !run.open())
                                .findFirst())
                .hashCode());
    }

    /** The same of the health page. */
    static String health(HttpParts house) {
        return Integer.toHexString(house.upkeep().signs().get().hashCode());
    }

    /** The instant at which the expo's day began. */
    static Instant today(HttpParts house) {
        var zone = ZoneId.of(house.directory().current().zone());
        return Instant.now().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private static long waiting(HttpParts house) {
        return house.approvals().stream()
                .mapToLong(source -> source.waiting().size())
                .sum();
    }

    /** The figures of now by name; the page bears the same names. */
    static Map<String, Long> figures(HttpParts house) {
        var figures = new LinkedHashMap<String, Long>();
        figures.put("visitors", (long) house.realtime().visitors());
        figures.put("sockets", (long) house.realtime().sockets());
        figures.put(
                "messages",
                house.live().states().stream().mapToLong(RoomState::perMinute).sum());
        figures.put(
                "faults",
                house.plugins().states().stream().filter(DeskPulse::faulty).count());
        figures.put("dead", (long) house.notices().dead());
        house.counters().day(today(house)).forEach(day -> figures.put(day.owner() + "/" + day.metric(), day.total()));
        return figures;
    }

    /** Whether a plugin failed, runs with a fault, or does not fit this house. */
    private static boolean faulty(PluginState state) {
        return switch (state.phase()) {
            case FAILED, DEGRADED, INCOMPATIBLE -> true;
            case ABSENT, INSTALLED, STARTING, RUNNING, DRAINING, STOPPED -> false;
        };
    }

    private void beat() {
        try {
            if (desk.listeners() > 0) {
                desk.state("figures", house.json().text(figures(house)));
                if (beats++ % BEATS_A_LOOK == 0) {
                    desk.state(
                            "marks", house.json().text(Map.of("overview", overview(house), "health", health(house))));
                }
            }
        } catch (RuntimeException e) {
            log.warn("the organiser's figures could not be read; they come with the next beat", e);
        }
    }

    @Override
    public void close() {
        beating.cancel(false);
        timer.shutdownNow();
    }
}
