package org.pavilion.server.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Importer;
import org.pavilion.api.Imports;
import org.pavilion.api.Organisation;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Published;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

@BothStores
final class OrganisationActsTest {
    private static final Ref ORGANISER = new Ref("account", "o");

    private final StorageMount mount;
    private final ExpoDirectory directory;

    OrganisationActsTest(Store store) {
        mount = store.mount("core");
        mount.requireEvents();
        directory = new ExpoDirectory(mount, new Published(mount));
        directory.importInto(new Imports() {
            @Override
            public <T extends Record> Imports accept(String kind, Class<T> line, Importer<T> importer) {
                if (kind.equals("organisation")) {
                    lay(line, importer, "org-a", "Acme", "host", "ed-1");
                    lay(line, importer, "org-b", "Acme Limited", "exhibitor", "ed-2");
                }
                return this;
            }
        });
    }

    private <T extends Record> void lay(
            Class<T> line, Importer<T> importer, String id, String name, String role, String edition) {
        var record = new Json().read("""
                {"id":"%s","name":{"zh":"%s","en":"%s"},"summary":{"zh":"s","en":"s"},"aliases":[],
                "roles":["%s"],"editions":["%s"],"isExhibitor":false,"source":[]}""".formatted(id, name, name, role, edition), line);
        mount.write((handle, journal) -> importer.put(handle, journal, record));
    }

    @Test
    void theKeptRecordAnswersForTheOtherOneAndHasAllItHad() {
        var preview = directory.mergePreview("org-a", "org-b");
        assertEquals(List.of(Text.same("Acme Limited")), preview.names());
        assertEquals(List.of("exhibitor"), preview.roles());
        assertEquals(List.of("ed-2"), preview.editions());
        assertEquals(List.of("org-a", "org-b"), listed());

        directory.mergeOrganisations("org-a", "org-b", ORGANISER);
        var kept = directory.organisation("org-b").orElseThrow();
        assertEquals("org-a", kept.id());
        assertEquals(List.of("host", "exhibitor"), kept.roles());
        assertEquals(List.of("ed-1", "ed-2"), kept.editions());
        assertEquals(List.of("org-a"), listed());
        assertEquals(
                "org-a",
                directory.organisationCalled("acme limited").orElseThrow().id());
        assertEquals(1, directory.organisations(List.of("org-b", "org-a")).size());
        var a = new Ref("organisation", "org-a");
        var b = new Ref("organisation", "org-b");
        var booth = new Ref("booth", "org-b");
        assertEquals(Map.of(a, a, b, a, booth, booth), directory.remaining(List.of(a, b, booth)));
        assertEquals(Set.of(a, b), directory.same(a));
        assertEquals(Set.of(booth), directory.same(booth));
        var source = Objects.requireNonNull(directory.searchSources().get("organisation"));
        assertEquals(Optional.empty(), mount.read(handle -> source.document(handle, "org-b")));
    }

    @Test
    void aMergeIsTakenBackWhole() {
        var undo = directory.mergeOrganisations("org-a", "org-b", ORGANISER);
        directory.undoOrganisation(undo);
        assertEquals(List.of("org-a", "org-b"), listed());
        assertEquals(
                List.of("host"), directory.organisation("org-a").orElseThrow().roles());
        assertEquals(
                "org-b",
                directory.organisationCalled("Acme Limited").orElseThrow().id());
    }

    @Test
    void aNameThatAnotherOneBearsIsRefused() {
        var draft = new OrganisationDraft(Text.same("ACME limited"), Text.same("s"), List.of());
        assertEquals(
                "organisation.name-taken",
                assertThrows(Problem.class, () -> directory.editOrganisation("org-a", 1, draft, ORGANISER))
                        .code());
        assertEquals(
                "Acme", directory.organisation("org-a").orElseThrow().name().en());
    }

    @Test
    void aChangedNameIsTakenBack() {
        var undo = directory.editOrganisation(
                "org-a",
                1,
                new OrganisationDraft(Text.same("Apex"), Text.same("s"), List.of(Text.same("Acme"))),
                ORGANISER);
        assertEquals(
                "Apex", directory.organisation("org-a").orElseThrow().name().en());
        directory.undoOrganisation(undo);
        assertEquals(
                "Acme", directory.organisation("org-a").orElseThrow().name().en());
        assertThrows(Problem.class, () -> directory.undoOrganisation(undo));
    }

    @Test
    void whatWasMergedIsNotMergedAgain() {
        directory.mergeOrganisations("org-a", "org-b", ORGANISER);
        assertTrue(assertThrows(Problem.class, () -> directory.mergePreview("org-b", "org-a"))
                .code()
                .equals("organisation.merged"));
        assertThrows(Problem.class, () -> directory.mergePreview("org-a", "org-a"));
    }

    private List<String> listed() {
        return directory.organisations(OrganisationQuery.first(10)).organisations().stream()
                .map(Organisation::id)
                .toList();
    }
}
