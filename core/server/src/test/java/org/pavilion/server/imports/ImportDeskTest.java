package org.pavilion.server.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Published;
import org.pavilion.server.storage.Script;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

@BothStores
final class ImportDeskTest {
    record Firm(String id, String name, Optional<String> kind) {}

    record FirmChanged(Ref subject) implements DomainEvent {}

    private final Store store;
    private final StorageMount mount;
    private final ImportDesk desk;

    ImportDeskTest(Store store) {
        this.store = store;
        var core = store.mount("core");
        desk = new ImportDesk(core, new Published(core), store.json());
        mount = store.mount("fair");
        mount.register("fair.firm-changed.v1", FirmChanged.class);
        mount.requireEvents();
        desk.imports("fair", mount, store.json(), Set.of("firm"), Set.of()).accept("firm", Firm.class, this::put);
    }

    @BeforeEach
    void schema() {
        store.database().migrate("fair", "fair_", List.of(new Script("V1__init.sql", """
                create table fair_firm(id text not null primary key, name text not null unique);""")));
    }

    private Outcome put(Handle handle, Journal journal, Firm firm) {
        if (firm.name().equals("refused")) {
            handle.execute("insert into fair_firm(id, name) values (?, ?)", firm.id(), firm.name());
            return Outcome.rejected("/name", "firm.name", "refused");
        }
        if (firm.name().equals("fault")) {
            throw new IllegalStateException("a bug in an importer");
        }
        var old = handle.createQuery("select name from fair_firm where id = ?")
                .bind(0, firm.id())
                .mapTo(String.class)
                .findOne();
        if (old.isPresent() && old.get().equals(firm.name())) {
            return Outcome.same();
        }
        var twin = handle.createQuery("select id from fair_firm where name = ? and id <> ?")
                .bind(0, firm.name())
                .bind(1, firm.id())
                .mapTo(String.class)
                .findOne();
        if (twin.isPresent()) {
            return Outcome.duplicate(new Ref("firm", twin.get()));
        }
        handle.execute(
                "insert into fair_firm(id, name) values (?, ?) on conflict (id) do update set name = excluded.name",
                firm.id(),
                firm.name());
        journal.append(new FirmChanged(new Ref("firm", firm.id())));
        return old.isPresent() ? Outcome.updated() : Outcome.created();
    }

    private ImportReport run(String lines) {
        return desk.run("firm", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), false);
    }

    private long stored() {
        return mount.read(handle -> handle.createQuery("select count(*) from fair_firm")
                .mapTo(Long.class)
                .one());
    }

    private static String line(int id, String name) {
        return "{\"id\":\"f-" + id + "\",\"name\":\"" + name + "\"}\n";
    }

    private static String firms(int count) {
        return IntStream.range(0, count).mapToObj(i -> line(i, "firm " + i)).collect(Collectors.joining());
    }

    @Test
    void importsAThousandRowsAndASecondTimeNone() {
        var first = run(firms(1_000));
        assertEquals(1_000, first.created());
        assertTrue(first.stored());
        var second = run(firms(1_000));
        assertEquals(1_000, second.same());
        assertEquals(1_000, stored());
    }

    @Test
    void listsFaultsByLineAndStoresNothing() {
        var report = run(line(1, "a")
                + "{\"id\":\"f-2\"}\n"
                + "\n"
                + "not json\n"
                + line(5, "refused")
                + line(6, "fault")
                + "{\"id\":\"f-7\",\"name\":\"g\",\"colour\":\"red\"}\n"
                + line(8, "h"));
        assertEquals(5, report.rejected());
        assertEquals(
                List.of(2, 4, 5, 6, 7),
                report.lines().stream().map(ImportReport.Line::line).toList());
        assertEquals(
                List.of("request.invalid", "request.malformed", "firm.name", "import.fault", "request.invalid"),
                report.lines().stream().map(ImportReport.Line::code).toList());
        assertEquals("/name", report.lines().getFirst().pointer());
        assertEquals("/colour", report.lines().getLast().pointer());
        assertFalse(report.stored());
        assertEquals(0, stored());
    }

    @Test
    void aFaultFarDownALongFileStoresNothingEither() {
        var report = run(firms(600) + line(9_000, "refused"));
        assertEquals(601, report.created() + report.rejected());
        assertFalse(report.stored());
        assertEquals(0, stored());
    }

    @Test
    void storesALongFileWhole() {
        var report = run(firms(600));
        assertEquals(600, report.created());
        assertEquals(600, stored());
    }

    @Test
    void aPartialImportStoresTheGoodLines() {
        var bytes = (line(1, "a") + line(2, "refused") + line(3, "c")).getBytes(StandardCharsets.UTF_8);
        var report = desk.run("firm", new ByteArrayInputStream(bytes), false, true);
        assertEquals(2, report.created());
        assertEquals(1, report.rejected());
        assertEquals(2, stored());
    }

    @Test
    void aDryRunReportsTheSameAndStoresNothing() {
        var bytes = (line(1, "a") + line(2, "a") + line(3, "c")).getBytes(StandardCharsets.UTF_8);
        var dry = desk.run("firm", new ByteArrayInputStream(bytes), true);
        assertEquals(2, dry.created());
        assertEquals(1, dry.duplicates());
        assertEquals(Optional.of("firm:f-1"), dry.lines().getFirst().of());
        assertEquals(0, stored());
        var real = desk.run("firm", new ByteArrayInputStream(bytes), false);
        assertEquals(dry.created(), real.created());
        assertEquals(dry.lines(), real.lines());
    }

    @Test
    void readsByteOrderMarksAndWindowsLineEnds() {
        var report =
                run("\uFEFF" + line(1, "甲").replace("\n", "\r\n") + line(2, "乙").strip());
        assertEquals(2, report.created());
    }

    @Test
    void aLineThatIsNoUtf8IsOneFaultyLine() throws IOException {
        var bytes = (line(1, "a") + line(2, "?") + line(3, "c")).getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xff : bytes[i];
        }
        var report = desk.run("firm", new ByteArrayInputStream(bytes), false);
        assertEquals("import.encoding", report.lines().getFirst().code());
        assertEquals(2, report.lines().getFirst().line());
    }

    @Test
    void aLineTooLongIsOneFaultyLine() {
        var report = run(line(1, "x".repeat(LineReader.MAX_LINE)) + line(2, "b"));
        assertEquals(1, report.rejected());
        assertEquals("import.line-too-long", report.lines().getFirst().code());
    }

    @Test
    void refusesAKindThatNobodyTakes() {
        var problem =
                assertThrows(Problem.class, () -> desk.run("spaceship", new ByteArrayInputStream(new byte[0]), false));
        assertEquals("import.unknown-kind", problem.code());
    }

    @Test
    void kindsComeAfterThoseTheyNeed() {
        desk.imports("late", mount, store.json(), Set.of("stand", "chair"), Set.of("firm", "hall"))
                .accept("stand", Firm.class, this::put)
                .accept("chair", Firm.class, this::put);
        desk.imports("early", mount, store.json(), Set.of("hall"), Set.of()).accept("hall", Firm.class, this::put);
        assertEquals(List.of("firm", "hall", "stand", "chair"), desk.kinds());
        desk.withdraw("late");
        assertEquals(List.of("firm", "hall"), desk.kinds());
    }

    @Test
    void refusesAKindThatIsNotDeclared() {
        assertThrows(
                Problem.class,
                () -> desk.imports("sly", mount, store.json(), Set.of(), Set.of())
                        .accept("firm", Firm.class, this::put));
    }

    @Test
    void importsAFolderByWhatEachFileHolds(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("companies.jsonl"), "{\"id\":\"f-1\",\"name\":\"a\",\"kind\":\"firm\"}\n");
        Files.writeString(folder.resolve("firms.jsonl"), line(2, "b"));
        Files.writeString(folder.resolve("unknown.jsonl"), "{\"kind\":\"spaceship\"}\n");
        var reports = desk.runAll(folder, false);
        assertEquals(2, reports.size());
        assertEquals(2, stored());
    }

    @Test
    void laysADemoFileOnce() {
        var file = new DemoFile(
                "fair", "firms.jsonl", () -> new ByteArrayInputStream(firms(3).getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, desk.demo(List.of(file)).size());
        assertEquals(List.of(), desk.demo(List.of(file)));
        assertEquals(3, stored());
    }

    @Test
    void keepsTheReportOfEachRun() {
        var report = run(line(1, "a") + line(2, "refused"));
        assertEquals(Optional.of(report), desk.run(report.id()));
        assertEquals(List.of(report), desk.runs());
    }
}
