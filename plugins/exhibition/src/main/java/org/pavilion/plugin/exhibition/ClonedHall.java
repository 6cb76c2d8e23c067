package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Envelope;
import org.pavilion.api.Journal;
import org.pavilion.api.Storage;

/**
 * Gives an edition that was cloned the plan of the one it was cloned from: the same zones with as many
 * stands, all of them vacant. What is there already stays, so a second run changes nothing.
 */
final class ClonedHall {
    private final Storage storage;
    private final Zones zones;
    private final Booths booths;

    ClonedHall(Storage storage, Zones zones, Booths booths) {
        this.storage = storage;
        this.zones = zones;
        this.booths = booths;
    }

    /** What this listener reads of the directory's event: the subject is the new edition. */
    record EditionCloned(String from) {}

    void listen(DomainEvents events) {
        events.on("directory.edition-cloned.v1", EditionCloned.class, this::copy);
    }

    private void copy(Envelope<EditionCloned> event) {
        var edition = event.subject().id();
        storage.write((h, journal) -> {
            var standing = booths.of(h, event.event().from());
            zones.of(h, event.event().from())
                    .forEach(zone -> copy(h, journal, zone, edition, Halls.highest(zone.letter(), standing)));
            return edition;
        });
    }

    private void copy(Handle h, Journal journal, Zone zone, String edition, int highest) {
        var id = id(zone, edition);
        if (zones.find(h, id).isPresent()) {
            return;
        }
        var stands = Math.max(zone.capacity(), highest);
        zones.put(
                h,
                journal,
                new ZoneLine(
                        id,
                        "zone",
                        zone.name(),
                        zone.summary(),
                        edition,
                        Optional.empty(),
                        Optional.of(zone.virtual()),
                        Optional.empty(),
                        stands == 0 ? Optional.empty() : Optional.of(new ZoneLine.Grid(1, stands)),
                        Optional.of(zone.synthetic()),
                        List.of()),
                Optional.of(zone.letter()));
    }

    /** The copy's id: the same for the same zone and edition. */
    static String id(Zone zone, String edition) {
        return "zone-" + (edition.startsWith("ed-") ? edition.substring(3) : edition) + "-"
                + zone.letter().toLowerCase(Locale.ROOT);
    }
}
