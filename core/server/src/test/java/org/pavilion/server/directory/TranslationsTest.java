package org.pavilion.server.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.server.imports.ImportDesk;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Published;
import org.pavilion.server.storage.Store;

@BothStores
final class TranslationsTest {
    private final ExpoDirectory directory;
    private final ImportDesk desk;

    TranslationsTest(Store store) {
        var core = store.mount("core");
        var events = new Published(core);
        directory = new ExpoDirectory(core, events);
        desk = new ImportDesk(core, events, store.json());
        directory.importInto(
                desk.imports("core", core, store.json(), new LinkedHashSet<>(ExpoDirectory.KINDS), Set.of()));
    }

    @BeforeEach
    void lay() {
        put("org-a", "湖光机器人", "", "清洁水面");
        put("org-b", "Starway", "Starway", "Aircraft");
    }

    private void put(String id, String zh, String en, String summary) {
        var line = """
                {"id":"%s","kind":"organisation","name":{"zh":"%s","en":"%s"},"summary":{"zh":"%s","en":"%s"},\
                "aliases":[],"roles":[],"editions":[],"isExhibitor":true,"source":[]}
                """.formatted(id, zh, en, summary, en.isEmpty() ? "" : summary);
        var report = desk.run("organisation", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), false);
        assertTrue(report.clean(), report::toString);
    }

    @Test
    void whatLacksALanguageIsCountedAndWritten() {
        var before = directory.translations(Language.EN, "organisation", 10);
        assertEquals(2, before.missing().size());
        assertEquals("湖光机器人", before.missing().getFirst().other());
        directory.translate("organisation", "org-a", "name", Language.EN, "Lakelight");
        var after = directory.translations(Language.EN, "organisation", 10);
        assertEquals(1, after.missing().size());
        assertEquals("summary", after.missing().getFirst().field());
        assertEquals(
                "Lakelight",
                directory.organisation("org-a").orElseThrow().name().en());
        assertEquals(
                "org-a", directory.organisationCalled("lakelight").orElseThrow().id());
    }

    @Test
    void aNameThatAnotherOneBearsIsRefused() {
        var refused = assertThrows(
                Problem.class, () -> directory.translate("organisation", "org-a", "name", Language.EN, "Starway"));
        assertEquals("translation.twin", refused.code());
        assertEquals("", directory.organisation("org-a").orElseThrow().name().en());
    }

    @Test
    void onlyTextsOfTheDirectoryAreWritten() {
        assertEquals(
                404,
                assertThrows(Problem.class, () -> directory.translate("organisation", "org-a", "id", Language.EN, "x"))
                        .status());
        assertEquals(
                404,
                assertThrows(Problem.class, () -> directory.translate("account", "org-a", "name", Language.EN, "x"))
                        .status());
    }
}
