package org.pavilion.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pavilion.api.Blobs;
import org.pavilion.api.Health;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;
import org.pavilion.server.announce.Announcements;
import org.pavilion.server.brand.Brand;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.imports.ImportDesk;
import org.pavilion.server.imports.Sheets;
import org.pavilion.server.json.Json;
import org.pavilion.server.live.LiveRooms;
import org.pavilion.server.notify.Notify;
import org.pavilion.server.personal.Personal;
import org.pavilion.server.plugin.HouseSettings;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.realtime.Realtime;
import org.pavilion.server.search.Search;
import org.pavilion.server.statistics.Counters;
import org.pavilion.server.telemetry.Telemetry;

/**
 * What the web side is built from.
 *
 * @param routes JSON routes of the core features; their paths are relative to {@code /api}
 * @param approvals what waits for decisions, by kind
 * @param paths page of an object without language prefix
 * @param checks readiness by name
 */
public record HttpParts(
        Json json,
        Telemetry telemetry,
        Identity identity,
        ExpoDirectory directory,
        Search search,
        ImportDesk imports,
        Sheets sheets,
        Upkeep upkeep,
        Brand brand,
        LiveRooms live,
        Personal personal,
        Notify notices,
        PluginHost plugins,
        HouseSettings house,
        Realtime realtime,
        Counters counters,
        Announcements announcements,
        List<ApprovalSource> approvals,
        Blobs blobs,
        List<Route> routes,
        Function<Ref, String> paths,
        JteTemplates templates,
        Map<String, Supplier<Health.Status>> checks) {
    /** The figures of the organiser's first page, as they are now. */
    public Map<String, Long> figures() {
        return DeskPulse.figures(this);
    }

    /** A mark of what the organiser's first page lists now, see {@link DeskPulse}. */
    public String overviewMark() {
        return DeskPulse.overview(this);
    }

    /** The same of the health page. */
    public String healthMark() {
        return DeskPulse.health(this);
    }

    /** The instant at which the expo's day began. */
    public Instant today() {
        return DeskPulse.today(this);
    }
}
