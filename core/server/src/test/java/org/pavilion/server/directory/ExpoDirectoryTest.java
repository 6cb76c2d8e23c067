package org.pavilion.server.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Board;
import org.pavilion.api.Claim;
import org.pavilion.api.Edition;
import org.pavilion.api.Importer;
import org.pavilion.api.Imports;
import org.pavilion.api.Outcome;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Published;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

@BothStores
final class ExpoDirectoryTest {
    private final StorageMount mount;
    private final ExpoDirectory directory;
    private final Lines lines = new Lines();

    ExpoDirectoryTest(Store store) {
        mount = store.mount("core");
        mount.requireEvents();
        directory = new ExpoDirectory(mount, new Published(mount));
        directory.importInto(lines);
    }

    /** Binds and puts lines as the import desk does, without its book-keeping. */
    private final class Lines implements Imports {
        private final Map<String, Line<?>> kinds = new HashMap<>();
        private final Json json = new Json();

        private record Line<T extends Record>(Class<T> type, Importer<T> importer) {}

        @Override
        public <T extends Record> Imports accept(String kind, Class<T> line, Importer<T> importer) {
            kinds.put(kind, new Line<>(line, importer));
            return this;
        }

        Outcome put(String kind, String text) {
            return put(Objects.requireNonNull(kinds.get(kind)), text);
        }

        private <T extends Record> Outcome put(Line<T> line, String text) {
            var record = json.read(text, line.type());
            return mount.write((handle, journal) -> line.importer().put(handle, journal, record));
        }
    }

    private void demo() throws IOException {
        for (var kind : List.of("source", "field", "edition", "organisation", "fact")) {
            file(kind, kind + "s.jsonl");
        }
        file("person", "people.jsonl");
    }

    private List<Outcome> file(String kind, String name) throws IOException {
        var outcomes = new ArrayList<Outcome>();
        try (var in = Objects.requireNonNull(ExpoDirectory.class.getResourceAsStream("/demo/" + name));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var line : reader.lines().toList()) {
                outcomes.add(lines.put(kind, line));
            }
        }
        return outcomes;
    }

    @Test
    void takesTheWholeDemoDatasetAndASecondTimeChangesNothing() throws IOException {
        demo();
        assertEquals(12, directory.editions().size());
        assertEquals(121, directory.organisations(OrganisationQuery.first(10)).total());
        assertEquals(
                142,
                directory.editions().stream()
                        .mapToInt(each -> directory.facts(each.id()).size())
                        .sum());
        assertEquals(16, directory.fields().size());
        for (var again : file("organisation", "organisations.jsonl")) {
            assertEquals(Outcome.same(), again);
        }
    }

    @Test
    void eachEditionHasExactlyTheBoardsOfItsRecord() throws IOException {
        demo();
        assertEquals(
                List.of("conference", "exhibition", "trading", "release"),
                directory.edition("ed-zgcf-2020").orElseThrow().boards().stream()
                        .map(Board::id)
                        .toList());
        assertEquals(List.of(), directory.edition("ed-cibte-2020").orElseThrow().boards());
    }

    @Test
    void theNewestHeldEditionWithBoardsIsCurrentUntilOneIsOpen() throws IOException {
        demo();
        assertEquals("ed-zgcf-2023", directory.current().id());
        directory.layDemoDays(Instant.parse("2026-11-21T12:00:00Z"));
        var current = directory.current();
        assertEquals("ed-demo-days", current.id());
        assertEquals(Edition.Status.OPEN, current.status());
        assertTrue(current.synthetic());
        assertEquals(8, current.boards().size());
        assertEquals(LocalDate.of(2026, 11, 20), current.start().orElseThrow().earliest());
    }

    @Test
    void theDemoDaysAreLaidOnce() {
        directory.layDemoDays(Instant.parse("2026-11-21T12:00:00Z"));
        directory.layDemoDays(Instant.parse("2027-01-01T12:00:00Z"));
        assertEquals(2026, directory.edition("ed-demo-days").orElseThrow().year());
        assertTrue(directory.person("per-demo-01").orElseThrow().synthetic());
    }

    @Test
    void anEmptyHouseStillHasAnEditionToShow() {
        assertEquals(List.of(), directory.current().boards());
        assertFalse(directory.current().name().en().isEmpty());
    }

    @Test
    void hostedEditionsFollowTheirHost() throws IOException {
        demo();
        var ids = directory.editions().stream().map(Edition::id).toList();
        assertEquals("ed-zgcf-2023", ids.getFirst());
        assertTrue(ids.indexOf("ed-cibte-2023") < ids.indexOf("ed-zgcf-2022"), ids.toString());
        assertEquals(
                List.of("ed-ttc-2020", "ed-cibte-2020", "ed-cr-youth-1").stream()
                        .sorted()
                        .toList(),
                directory.hosted("ed-zgcf-2020").stream()
                        .map(Edition::id)
                        .sorted()
                        .toList());
    }

    @Test
    void datesAreAsPartialAsTheSource() throws IOException {
        demo();
        assertEquals(
                Optional.of(new PartialDate("2022-06")),
                directory.edition("ed-frontier-6").orElseThrow().start());
        assertEquals(
                Optional.empty(),
                directory.edition("ed-zgcf-2022").orElseThrow().start());
    }

    @Test
    void anOrganiserAddsABoardWithoutARelease() {
        lines.put("board", """
                {"id":"robots","name":{"zh":"机器人街区","en":"Robot street"},"path":"/board/robots"}""");
        var outcome = lines.put("edition", edition("ed-1", "\"robots\""));
        assertEquals(Outcome.created(), outcome);
        var board = directory.edition("ed-1").orElseThrow().boards().getFirst();
        assertEquals("Robot street", board.name().en());
        assertEquals(Optional.empty(), board.plugin());
    }

    @Test
    void refusesABoardThatNobodyDescribed() {
        assertEquals("/boards/0", ((Outcome.Rejected) lines.put("edition", edition("ed-1", "\"ghosts\""))).pointer());
    }

    private static String edition(String id, String boards) {
        return """
                {"id":"%s","kind":"edition","name":{"zh":"届","en":"Edition"},"summary":{"zh":"届","en":"Edition"},
                "series":"s","year":2030,"status":"open","dates":{},"boards":[%s],"format":"hybrid","source":[]}""".formatted(id, boards);
    }

    @Test
    void reportsTheSameFirmUnderASecondId() throws IOException {
        demo();
        var outcome = lines.put("organisation", """
                {"id":"org-other","kind":"organisation","name":{"zh":" 科 技 部","en":"Something else"},
                "summary":{"zh":"x","en":"x"},"roles":[],"editions":[],"isExhibitor":false,"source":[]}""");
        assertEquals(Outcome.duplicate(new Ref("organisation", "org-most")), outcome);
        assertEquals(Optional.empty(), directory.organisation("org-other"));
    }

    @Test
    void pagesSkipAndRepeatNothingWhileRowsAreAdded() throws IOException {
        demo();
        var seen = new ArrayList<String>();
        Optional<String> after = Optional.empty();
        do {
            var page = directory.organisations(
                    new OrganisationQuery(Optional.empty(), Optional.empty(), Optional.empty(), after, 10));
            page.organisations().forEach(each -> seen.add(each.id()));
            after = page.next();
            lines.put("organisation", """
                    {"id":"aaa-%d","kind":"organisation","name":{"zh":"新%d","en":"New %d"},
                    "summary":{"zh":"x","en":"x"},"roles":[],"editions":[],"isExhibitor":false,"source":[]}""".formatted(seen.size(), seen.size(), seen.size()));
        } while (after.isPresent());
        assertEquals(121, seen.size());
        assertEquals(121, new HashSet<>(seen).size());
    }

    @Test
    void findsOrganisationsByEditionRoleAndPartOfAName() throws IOException {
        demo();
        var page = directory.organisations(new OrganisationQuery(
                Optional.of("ed-cibte-2020"), Optional.of("exhibitor"), Optional.empty(), Optional.empty(), 200));
        assertTrue(page.total() > 0);
        page.organisations().forEach(each -> assertTrue(each.roles().contains("exhibitor")));
        assertEquals(
                1,
                directory
                        .organisations(new OrganisationQuery(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("ministry of SCIENCE"),
                                Optional.empty(),
                                10))
                        .total());
        assertEquals(
                0,
                directory
                        .organisations(new OrganisationQuery(
                                Optional.empty(), Optional.empty(), Optional.of("%"), Optional.empty(), 10))
                        .total());
    }

    @Test
    void rivalClaimsStandSideBySide() {
        lines.put("edition", edition("ed-1", ""));
        var first = claim("fact-a", 40, new Text("参会国家", "Countries"));
        var second = claim("fact-b", 41, new Text("参会国家", "Countries"));
        mount.write((handle, journal) -> {
            directory.claim(handle, journal, first);
            directory.claim(handle, journal, second);
            directory.claim(handle, journal, claim("fact-c", 7, new Text("面积", "Area")));
            return first;
        });
        assertEquals(List.of(second), directory.rivals(first));
        assertEquals(3, directory.claims(new Ref("edition", "ed-1")).size());
    }

    private static Claim claim(String id, int value, Text name) {
        return new Claim(
                id,
                new Ref("edition", "ed-1"),
                "ed-1",
                name,
                name,
                new Quantity(BigDecimal.valueOf(value), "countries", Quantity.Qualifier.APPROX),
                List.of(),
                Optional.empty());
    }

    @Test
    void theSameMetricIsFoundInOtherEditions() throws IOException {
        demo();
        var fact = directory.fact("fact-f2020-countries").orElseThrow();
        assertEquals(
                List.of("fact-f2023-countries"),
                directory.elsewhere(fact).stream().map(Claim::id).toList());
    }

    @Test
    void everythingListedIsOfferedToSearch() throws IOException {
        demo();
        mount.write((handle, journal) -> {
            directory.tookPart(handle, journal, "per-zhong-nanshan", "ed-zgcf-2020");
            return 1;
        });
        var sources = directory.searchSources();
        var counts = sources.keySet().stream()
                .collect(Collectors.toMap(
                        type -> type,
                        type -> mount.read(handle -> {
                            var source = Objects.requireNonNull(sources.get(type));
                            try (var ids = source.ids(handle)) {
                                return ids.toList().stream()
                                        .flatMap(id -> source.document(handle, id).stream())
                                        .count();
                            }
                        })));
        assertEquals(Map.of("edition", 12L, "organisation", 121L, "person", 46L, "fact", 142L), counts);
        var person = mount.read(handle -> Objects.requireNonNull(sources.get("person"))
                .document(handle, "per-zhong-nanshan")
                .orElseThrow());
        assertEquals(List.of("ed-zgcf-2020"), person.facets().get("edition"));
        assertTrue(person.body().zh().contains("中国工程院院士"));
    }

    @Test
    void somebodyKeptOutOfTheListsIsNotFoundBySearch() throws IOException {
        demo();
        assertFalse(directory.person("per-xi").orElseThrow().listed());
        mount.read(handle -> {
            var people = Objects.requireNonNull(directory.searchSources().get("person"));
            assertEquals(Optional.empty(), people.document(handle, "per-xi"));
            return 1;
        });
    }

    @Test
    void readersSeeTheLabelOfASource() throws IOException {
        demo();
        assertEquals(
                "2023 中关村论坛成果报道",
                directory.source("004_0d3dc82d5ef89841.txt").orElseThrow().zh());
    }
}
