package org.pavilion.server.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Claim;
import org.pavilion.api.Edition;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Problem;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Published;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

@BothStores
final class EditionActsTest {
    private static final Ref ORGANISER = new Ref("account", "o");

    private final StorageMount mount;
    private final ExpoDirectory directory;

    EditionActsTest(Store store) {
        mount = store.mount("core");
        mount.requireEvents();
        directory = new ExpoDirectory(mount, new Published(mount));
        store.database().guard(directory.guard());
        directory.createEdition("ed-2027", draft("Spring", "announced"));
    }

    @Test
    void aFrozenEditionRefusesEveryWriteThatNamesItUntilItIsThawed() {
        directory.freezeEdition("ed-2027", true);
        assertEquals("edition.frozen", assertThrows(Problem.class, this::count).code());
        assertEquals(
                "edition.frozen",
                assertThrows(
                                Problem.class,
                                () -> directory.editEdition("ed-2027", 1, draft("Summer", "open"), ORGANISER))
                        .code());
        assertEquals(List.of(), directory.facts("ed-2027"));
        assertEquals(
                "edition.frozen",
                assertThrows(
                                Problem.class,
                                () -> mount.write((handle, journal) -> {
                                    directory.tookPart(handle, journal, "p-1", "ed-2027");
                                    return true;
                                }))
                        .code());
        boolean frozen = mount.read(handle -> directory.frozen(handle, "ed-2027"));
        boolean other = mount.read(handle -> directory.frozen(handle, "ed-2028"));
        assertTrue(frozen);
        assertFalse(other);
        directory.createEdition("ed-2028", draft("Another", "announced"));
        directory.freezeEdition("ed-2027", false);
        count();
        assertEquals(1, directory.facts("ed-2027").size());
    }

    @Test
    void aChangeIsTakenBackUnlessSomebodyChangedItSince() {
        var undo = directory.editEdition("ed-2027", 1, draft("Summer", "open"), ORGANISER);
        assertEquals("Summer", name());
        assertEquals(Edition.Status.OPEN, directory.current().status());
        directory.undoEdition(undo);
        assertEquals("Spring", name());
        assertEquals(
                "directory.undone",
                assertThrows(Problem.class, () -> directory.undoEdition(undo)).code());

        var second = directory.editEdition("ed-2027", 3, draft("Autumn", "open"), ORGANISER);
        directory.editEdition("ed-2027", 4, draft("Winter", "open"), ORGANISER);
        assertEquals(
                "directory.version-conflict",
                assertThrows(Problem.class, () -> directory.undoEdition(second)).code());
        assertEquals("Winter", name());
    }

    @Test
    void aCloneHasTheBoardsAndNoDays() {
        directory.cloneEdition("ed-2027", "ed-2028", Text.same("Next"), 2028);
        var clone = directory.edition("ed-2028").orElseThrow();
        assertEquals(
                directory.edition("ed-2027").orElseThrow().boards().size(),
                clone.boards().size());
        assertEquals(Optional.empty(), clone.start());
        assertEquals(Edition.Status.ANNOUNCED, clone.status());
        assertEquals("Europe/Berlin", clone.zone());
        assertEquals(
                "/id",
                assertThrows(Problem.class, () -> directory.cloneEdition("ed-2027", "ed-2028", Text.same("Next"), 2028))
                        .pointer());
    }

    @Test
    void theEditionThatWasPickedIsShownWhateverIsOpen() {
        directory.layDemoDays(Instant.parse("2026-11-21T12:00:00Z"));
        assertEquals("ed-demo-days", directory.current().id());
        directory.chooseEdition("ed-2027", true);
        assertEquals("ed-2027", directory.current().id());
        assertTrue(directory.editionStates().stream()
                .filter(EditionState::chosen)
                .allMatch(each -> each.edition().id().equals("ed-2027")));
        directory.chooseEdition("ed-2027", false);
        assertEquals("ed-demo-days", directory.current().id());
    }

    @Test
    void whatIsWrongIsNamedByItsField() {
        for (var wrong : List.of("2027", "Ed-2027", "ed-", "ed-ü")) {
            assertEquals(
                    "/id",
                    assertThrows(Problem.class, () -> directory.createEdition(wrong, draft("X", "open")))
                            .pointer(),
                    wrong);
        }
        assertEquals(
                "/status",
                assertThrows(Problem.class, () -> directory.createEdition("ed-x", draft("X", "ajar")))
                        .pointer());
    }

    private String name() {
        return directory.edition("ed-2027").orElseThrow().name().en();
    }

    private void count() {
        var quantity = new Quantity(BigDecimal.TEN, "visits", Quantity.Qualifier.EXACT);
        mount.write((handle, journal) -> {
            directory.claim(
                    handle,
                    journal,
                    new Claim(
                            "fact-1",
                            new Ref("edition", "ed-2027"),
                            "ed-2027",
                            Text.same("Visits"),
                            Text.same("Visits"),
                            quantity,
                            List.of(),
                            Optional.empty()));
            return true;
        });
    }

    private static EditionDraft draft(String name, String status) {
        return new EditionDraft(
                Text.same(name),
                Text.same("An edition"),
                2027,
                status,
                Optional.of(new PartialDate("2027-05")),
                Optional.empty(),
                "Europe/Berlin",
                "hybrid",
                List.of("conference", "exhibition"));
    }
}
