package org.pavilion.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.BlobRef;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.audit.Audit;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Database;
import org.pavilion.server.storage.Dialect;
import org.pavilion.server.storage.Script;
import org.pavilion.server.storage.Snapshot;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

@BothStores
final class BackupTest {
    private static final Script SCHEMA = new Script("V1__init.sql", """
            create table walk_shelf(id text not null primary key, seal blobtype);
            create table walk_book(
              n ${id}, shelf text not null references walk_shelf(id), title text not null, about ${json}, price real);""".replace("blobtype", "text"));

    private final Store store;
    private final StorageMount mount;
    private final BlobRef blob;

    @TempDir
    Path folder;

    record Changed(Ref subject, String title) implements DomainEvent {}

    BackupTest(Store store) throws IOException {
        this.store = store;
        mount = store.mount("walk");
        store.database().migrate("walk", "walk_", List.of(SCHEMA));
        store.events("walk", mount).publishes("walk.changed.v1", Changed.class);
        mount.write((handle, journal) -> handle.execute("insert into walk_shelf(id) values ('a')"));
        blob = mount.blobs()
                .put(new ByteArrayInputStream("a picture".repeat(500).getBytes(StandardCharsets.UTF_8)), 1 << 20);
        var core = store.mount("core");
        store.events("core", core).publishes("settings.changed.v1", Changed.class);
        core.write((handle, journal) -> {
            handle.execute(
                    "insert into identity_session(digest, subject, opened_at, seen_at, until_at) values ('d', 'operator:operator', 1, 1, 1)");
            return journal.append(new Changed(new Ref("setting", "name"), "x"));
        });
        for (int i = 0; i < 40; i++) {
            write(i);
        }
        Files.writeString(
                store.settings().data().resolve("pavilion.properties"),
                "port=7070\nstore=jdbc:postgresql://x?password=y\n");
    }

    /** A row and its event in one transaction: a backup holds both or neither. */
    private void write(int i) {
        mount.write((handle, journal) -> {
            handle.createUpdate("insert into walk_book(shelf, title, about, price) values ('a', ?, "
                            + (store.dialect() == Dialect.POSTGRES ? "cast(? as jsonb)" : "?") + ", ?)")
                    .bind(0, "第" + i + "本 \"quoted\"\n")
                    .bind(1, "{\"i\": " + i + "}")
                    .bind(2, i / 4.0)
                    .execute();
            return journal.append(new Changed(new Ref("book", "b" + i), "第" + i));
        });
    }

    @Test
    void madeUnderLoadItComesBackWholeOnEitherEngine() throws Exception {
        var file = folder.resolve("full.zip");
        Manifest manifest;
        try (var audit = new Audit(
                store.mount("core"),
                store.log(),
                store.settings(),
                store.database().epoch())) {
            while (audit.state().rows() == 0) {
                Thread.onSpinWait();
            }
            assertEquals(Optional.empty(), audit.state().trouble());
        }
        try (var audit = new Audit(
                store.mount("core"),
                store.log(),
                store.settings(),
                store.database().epoch())) {
            assertEquals(1, audit.state().signedRows());
            var stop = new AtomicBoolean();
            var written = new AtomicInteger(1_000);
            var load = Thread.ofPlatform().start(() -> {
                while (!stop.get()) {
                    write(written.incrementAndGet());
                }
            });
            manifest = new BackupWriter(store.settings(), (done, of) -> {}).write(file);
            stop.set(true);
            load.join();
        }
        for (var dialect : Dialect.values()) {
            var settings = Store.empty(dialect, folder.resolve("there-" + dialect));
            var restored = Backups.restore(settings, file, Optional.empty(), (done, of) -> {});
            assertTrue(restored.sound(), restored::toString);
            assertEquals(expected(manifest), restored.rows());
            assertEquals(manifest.epoch(), store.database().epoch());
            assertSame(settings, manifest);
        }
    }

    private void assertSame(ServerSettings settings, Manifest manifest) throws IOException {
        try (var database = Database.open(settings, new Telemetry());
                var there = database.mount("walk", new Json())) {
            assertNotEquals(manifest.epoch(), database.epoch());
            long books = number(there, "select count(*) from walk_book");
            assertEquals(books, number(there, "select count(*) from event_log where type = 'walk.changed.v1'"));
            assertEquals(
                    number(there, "select max(seq) from event_log"), number(there, "select count(*) from event_log"));
            assertEquals(0, number(there, "select count(*) from identity_session"));
            assertEquals(
                    "第3本 \"quoted\"\n",
                    there.read(handle -> handle.createQuery("select title from walk_book where price = 0.75")
                            .mapTo(String.class)
                            .one()));
            try (var in = there.blobs().open(blob).orElseThrow()) {
                assertEquals(blob.sha256(), Digests.of(in));
            }
            there.register("walk.changed.v1", Changed.class);
            there.write((handle, journal) -> {
                handle.execute("insert into walk_book(shelf, title) values ('a', 'the next one')");
                return journal.append(new Changed(new Ref("book", "next"), "x"));
            });
            assertEquals(books + 1, number(there, "select count(*) from walk_book"));
        }
        assertFalse(
                Files.readString(settings.data().resolve("pavilion.properties")).contains("password"));
        assertTrue(Files.exists(settings.data().resolve("audit").resolve("checkpoints")));
    }

    private static Map<String, Long> expected(Manifest manifest) {
        return manifest.tables().stream().collect(Collectors.toMap(Manifest.Table::name, Manifest.Table::rows));
    }

    @Test
    void theManifestCountsWhatTheSnapshotHolds() throws IOException {
        var manifest = new BackupWriter(store.settings(), (done, of) -> {}).write(folder.resolve("counted.zip"));
        try (var snapshot = Snapshot.of(store.settings())) {
            var counts = new TreeMap<String, Long>();
            snapshot.tables(BackupWriter::kept).forEach(table -> counts.put(table.name(), snapshot.count(table)));
            assertEquals(counts, expected(manifest));
            assertEquals(snapshot.head(), manifest.seq());
        }
    }

    @Test
    void noSecretAndNobodysSessionIsInside() throws IOException {
        var file = folder.resolve("plain.zip");
        new BackupWriter(store.settings(), (done, of) -> {}).write(file);
        try (var zip = new ZipFile(file.toFile())) {
            var names = zip.stream().map(java.util.zip.ZipEntry::getName).toList();
            assertTrue(
                    names.stream().noneMatch(name -> name.startsWith("secrets") || name.contains("identity_session")),
                    names::toString);
        }
    }

    @Test
    void aDamagedFileIsRefusedByTheNameOfWhatIsDamaged() throws IOException {
        var file = folder.resolve("whole.zip");
        new BackupWriter(store.settings(), (done, of) -> {}).write(file);
        assertRefused(flipped(file, "tables/walk_book.jsonl"), "tables/walk_book.jsonl");
        assertRefused(flipped(file, "blobs/" + blob.sha256().substring(0, 2) + "/" + blob.sha256()), blob.sha256());
        assertRefused(flipped(file, "schema.jsonl"), "schema.jsonl");
        assertRefused(flipped(file, "manifest.json"), "manifest.json");
        var bytes = Files.readAllBytes(file);
        assertRefused(
                Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2)),
                "table of contents");
        bytes[bytes.length - 3] ^= 1;
        assertRefused(Files.write(folder.resolve("end.zip"), bytes), "manifest.json");
        assertRefused(Files.writeString(folder.resolve("text.zip"), "holiday"), "table of contents");
    }

    /** A copy with one bit turned in the middle of an entry's bytes. */
    private Path flipped(Path file, String name) throws IOException {
        var bytes = Files.readAllBytes(file);
        var header = indexOf(bytes, name.getBytes(StandardCharsets.UTF_8));
        long size;
        try (var zip = new ZipFile(file.toFile())) {
            size = zip.getEntry(name).getCompressedSize();
        }
        bytes[header + name.length() + (int) (size / 2)] ^= 4;
        return Files.write(folder.resolve("flipped-" + name.replace('/', '-') + ".zip"), bytes);
    }

    private static int indexOf(byte[] bytes, byte[] what) {
        for (int i = 0; i < bytes.length - what.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError("the file has no such entry");
    }

    private void assertRefused(Path file, String named) {
        var settings = ServerSettings.local(folder.resolve("never"));
        var refused =
                assertThrows(Problem.class, () -> Backups.restore(settings, file, Optional.empty(), (done, of) -> {}));
        assertEquals("backup.damaged", refused.code());
        assertTrue(refused.detail().contains(named), refused.detail());
        assertFalse(Files.exists(settings.data()));
    }

    @Test
    void aDirectoryWithSomethingInItIsLeftAlone() throws IOException {
        var file = folder.resolve("again.zip");
        new BackupWriter(store.settings(), (done, of) -> {}).write(file);
        var taken = Files.createDirectories(folder.resolve("taken"));
        Files.writeString(taken.resolve("mine"), "x");
        var refused = assertThrows(
                Problem.class,
                () -> Backups.restore(ServerSettings.local(taken), file, Optional.empty(), (done, of) -> {}));
        assertEquals("restore.not-empty", refused.code());
        assertEquals(
                "backup.exists",
                assertThrows(Problem.class, () -> new BackupWriter(store.settings(), (done, of) -> {}).write(file))
                        .code());
    }

    @Test
    void whoeverWasErasedSinceIsNamedToBeErasedAgain() throws IOException {
        var file = folder.resolve("older.zip");
        new BackupWriter(store.settings(), (done, of) -> {}).write(file);
        var ada = new Ref("account", "ada");
        new ErasedList(store.settings().data()).add(ada);
        var settings = ServerSettings.local(folder.resolve("restored"));
        Backups.restore(
                settings, file, Optional.of(ErasedList.file(store.settings().data())), (done, of) -> {});
        assertEquals(List.of(ada), new ArrayList<>(new ErasedList(settings.data()).all()));
    }

    private static long number(StorageMount from, String sql) {
        return from.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
