package org.pavilion.server.directory;

import java.time.Instant;
import java.time.LocalDate;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Ref;

/** What the directory tells the log: which record changed, and to which version. */
sealed interface Change extends DomainEvent {
    record SourceChanged(Ref subject, long version) implements Change {}

    record FieldChanged(Ref subject, long version) implements Change {}

    record BoardChanged(Ref subject, long version) implements Change {}

    record EditionChanged(Ref subject, long version) implements Change {}

    /** It begins with the boards, zones, roles and forms of another one; with nothing about people. */
    record EditionCloned(Ref subject, String from) implements Change {}

    /** Nothing in it may change; {@code on} is false when it was thawed. */
    record EditionFrozen(Ref subject, boolean on) implements Change {}

    /** It is shown to who chose none; {@code on} is false when the house finds one by itself again. */
    record EditionChosen(Ref subject, boolean on) implements Change {}

    /** A second record of the same organisation; {@code into} answers for it from now on. */
    record OrganisationMerged(Ref subject, Ref into, boolean on) implements Change {}

    String EDITION_CHANGED = "directory.edition-changed.v1";
    String EDITION_FROZEN = "directory.edition-frozen.v1";

    record OrganisationChanged(Ref subject, long version) implements Change {}

    record PersonChanged(Ref subject, long version) implements Change {}

    record FactChanged(Ref subject, String edition, long version) implements Change {}

    /**
     * The synthetic edition was laid around {@code day}: plugins may now lay their own demo records,
     * from this seed and around this instant.
     */
    record DemoLaid(Ref subject, LocalDate day, Instant at, long seed) implements Change {}

    static void publish(DomainEvents events) {
        events.publishes("directory.source-changed.v1", SourceChanged.class)
                .publishes("directory.field-changed.v1", FieldChanged.class)
                .publishes("directory.board-changed.v1", BoardChanged.class)
                .publishes(EDITION_CHANGED, EditionChanged.class)
                .publishes("directory.edition-cloned.v1", EditionCloned.class)
                .publishes(EDITION_FROZEN, EditionFrozen.class)
                .publishes("directory.edition-chosen.v1", EditionChosen.class)
                .publishes("directory.organisation-merged.v1", OrganisationMerged.class)
                .publishes("directory.organisation-changed.v1", OrganisationChanged.class)
                .publishes("directory.person-changed.v1", PersonChanged.class)
                .publishes("directory.fact-changed.v1", FactChanged.class)
                .publishes("directory.demo-laid.v1", DemoLaid.class);
    }
}
