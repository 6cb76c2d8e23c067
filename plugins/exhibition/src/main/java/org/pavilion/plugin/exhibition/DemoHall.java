package org.pavilion.plugin.exhibition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Envelope;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;

/**
 * Fills the hall of the demo's invented edition: eight zones of a hundred stands, the first ones for
 * real exhibitors of the dataset, all others for generated ones. The same seed gives the same hall,
 * and a second run changes nothing.
 */
final class DemoHall {
    private static final int STANDS = 100;
    private static final int AT_ONCE = 5;

    private final Storage storage;
    private final Zones zones;
    private final BoothDesk desk;

    DemoHall(Storage storage, Zones zones, BoothDesk desk) {
        this.storage = storage;
        this.zones = zones;
        this.desk = desk;
    }

    /** What this listener reads of the directory's event: the subject is the invented edition. */
    record DemoLaid(long seed) {}

    void listen(DomainEvents events) {
        events.on("directory.demo-laid.v1", DemoLaid.class, this::lay);
    }

    private void lay(Envelope<DemoLaid> event) {
        var edition = event.subject().id();
        storage.write((h, journal) -> {
            zones(edition).forEach(zone -> zones.put(h, journal, zone));
            return edition;
        });
        var booths = booths(edition, event.event().seed());
        for (int from = 0; from < booths.size(); from += AT_ONCE) {
            var some = booths.subList(from, Math.min(booths.size(), from + AT_ONCE));
            storage.write((h, journal) -> {
                some.forEach(booth -> desk.put(h, journal, booth));
                return edition;
            });
        }
    }

    static List<ZoneLine> zones(String edition) {
        return DemoTheme.ALL.stream()
                .map(theme -> new ZoneLine(
                        theme.id(),
                        "zone",
                        theme.name(),
                        new Text(
                                "演示展区，" + STANDS + " 个展位，主题为" + theme.name().zh() + "。",
                                "A demo zone of " + STANDS + " stands on "
                                        + theme.name().en() + "."),
                        edition,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(true),
                        List.of()))
                .toList();
    }

    /** All booths, real exhibitors before generated ones in each zone. */
    static List<BoothLine> booths(String edition, long seed) {
        var exhibitors = new DemoExhibitors(seed);
        var lines = new ArrayList<BoothLine>();
        for (int zone = 0; zone < DemoTheme.ALL.size(); zone++) {
            var theme = DemoTheme.ALL.get(zone);
            for (int number = 1; number <= STANDS; number++) {
                var stand = "%s-%03d".formatted(ZoneLetters.of(zone), number);
                lines.add(
                        number <= theme.guests().size()
                                ? guest(edition, theme, stand, theme.guests().get(number - 1))
                                : generated(edition, theme, stand, exhibitors));
            }
        }
        return lines;
    }

    private static BoothLine guest(String edition, DemoTheme theme, String stand, String exhibitor) {
        return new BoothLine(
                id(stand),
                "booth",
                edition,
                Optional.of(exhibitor),
                Optional.empty(),
                Optional.empty(),
                Optional.of(theme.id()),
                Optional.of(stand),
                List.of(theme.field()),
                List.of(),
                Optional.empty());
    }

    private static BoothLine generated(String edition, DemoTheme theme, String stand, DemoExhibitors exhibitors) {
        var speciality = exhibitors.any(theme.specialities());
        return new BoothLine(
                id(stand),
                "booth",
                edition,
                Optional.empty(),
                Optional.of(exhibitors.name()),
                Optional.of(exhibitors.pitch(speciality)),
                Optional.of(theme.id()),
                Optional.of(stand),
                List.of(theme.field()),
                List.of(speciality.zh(), speciality.en()),
                Optional.of(true));
    }

    private static String id(String stand) {
        return stand.toLowerCase(Locale.ROOT);
    }
}
