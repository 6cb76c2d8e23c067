package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Directory;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Envelope;
import org.pavilion.api.Organisation;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** Keeps one booth for each exhibiting organisation of the directory and each edition it took part in. */
final class DirectoryBooths {
    private final Storage storage;
    private final Directory directory;
    private final BoothDesk desk;

    DirectoryBooths(Storage storage, Directory directory, BoothDesk desk) {
        this.storage = storage;
        this.directory = directory;
        this.desk = desk;
    }

    /** What this listener reads of a directory event: only its subject. */
    record OrganisationChanged() {}

    /** What this listener reads of a merge: its subject is the record that another one answers for. */
    record OrganisationMerged(Ref into) {}

    /** What this listener reads of an item: its makers may have been placed by it. */
    record ItemArrived(List<String> organisations) {}

    /** What this listener reads of a booth: an imported one names its exhibitor by id only. */
    record BoothArrived(Optional<String> exhibitor) {}

    void listen(DomainEvents events) {
        events.on("directory.organisation-changed.v1", OrganisationChanged.class, this::organisation)
                .on("directory.organisation-merged.v1", OrganisationMerged.class, this::merged)
                .on("exhibition.item-published.v1", ItemArrived.class, this::item)
                .on("exhibition.booth-published.v1", BoothArrived.class, this::booth);
    }

    private void organisation(Envelope<OrganisationChanged> event) {
        derive(event.subject().id());
    }

    private void merged(Envelope<OrganisationMerged> event) {
        derive(event.subject().id());
        derive(event.event().into().id());
    }

    private void item(Envelope<ItemArrived> event) {
        event.event().organisations().forEach(this::derive);
    }

    private void booth(Envelope<BoothArrived> event) {
        event.event().exhibitor().ifPresent(id -> rename(event.subject().id(), id));
    }

    private void derive(String id) {
        var exhibitor = directory
                .organisation(id)
                .filter(organisation -> organisation.id().equals(id))
                .filter(Organisation::exhibitor);
        var editions = exhibitor.map(Organisation::editions).orElse(List.of());
        storage.read(h -> desk.derivedElsewhere(h, id, editions)).forEach(this::close);
        exhibitor.ifPresent(organisation -> editions.forEach(edition -> derive(organisation, edition)));
    }

    private void close(Booth booth) {
        unlessOver(() -> storage.write((h, journal) -> {
            desk.close(h, journal, booth);
            return booth;
        }));
    }

    /** The booths of an edition that is over stay as they were. */
    private void derive(Organisation organisation, String edition) {
        unlessOver(() -> storage.write((h, journal) -> {
            desk.derive(h, journal, organisation, edition);
            return edition;
        }));
    }

    private static void unlessOver(Runnable write) {
        try {
            write.run();
        } catch (Problem refused) {
            if (!refused.code().equals("edition.frozen")) {
                throw refused;
            }
        }
    }

    private void rename(String booth, String exhibitor) {
        directory
                .organisation(exhibitor)
                .ifPresent(organisation -> unlessOver(() -> storage.write((h, journal) -> {
                    desk.rename(h, journal, booth, organisation);
                    return booth;
                })));
    }
}
