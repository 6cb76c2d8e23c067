package org.pavilion.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;
import org.pavilion.server.event.Await;

/** SQLite's one writer thread: what a bad write can and cannot do to it. */
final class WriterTest {
    private final Store store = Store.create(Dialect.SQLITE);
    private final StorageMount mount = store.mount("writer");

    WriterTest() {
        store.database().migrate("writer", "writer_", List.of(new Script("V1__init.sql", """
                create table writer_row(id ${id}, text text not null)""")));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    @Test
    void aWriteThatWaitsIsInterruptedAndUndone() {
        var problem = assertThrows(
                Problem.class,
                () -> mount.write((handle, journal) -> {
                    insert(handle, "slow");
                    new CountDownLatch(1).await();
                    return true;
                }));
        assertEquals("storage.too-slow", problem.code());
        mount.write((handle, journal) -> insert(handle, "next"));
        assertEquals(List.of("next"), texts());
    }

    @Test
    void aStatementWithoutEndIsInterrupted() {
        var problem = assertThrows(
                Problem.class,
                () -> mount.write((handle, journal) ->
                        handle.createQuery("""
                                with recursive n(i) as (select 1 union all select i + 1 from n)
                                select count(*) from n""").mapTo(Long.class).one()));
        assertEquals("storage.too-slow", problem.code());
        mount.write((handle, journal) -> insert(handle, "next"));
        assertEquals(List.of("next"), texts());
    }

    @Test
    void aWriteThatNeverEndsLosesItsThreadAndTheStoreGoesOn() throws Exception {
        var release = new AtomicBoolean();
        var owners = new CopyOnWriteArrayList<String>();
        store.database().onRunaway(owners::add);
        mount.write((handle, journal) -> insert(handle, "before"));
        var problem = assertThrows(
                Problem.class,
                () -> mount.write((handle, journal) -> {
                    insert(handle, "runaway");
                    while (!release.get()) {
                        Thread.onSpinWait();
                    }
                    return true;
                }));
        assertEquals("storage.runaway", problem.code());
        mount.write((handle, journal) -> insert(handle, "after"));
        assertEquals(List.of("before", "after"), texts());
        Await.until(() -> owners.contains("writer"));
        assertTrue(store.database().health().writerAlive());
        release.set(true);
        mount.write((handle, journal) -> insert(handle, "last"));
        assertEquals(List.of("before", "after", "last"), texts());
    }

    @Test
    void aFullDiskMakesTheStoreReadOnlyUntilThereIsRoom() throws Exception {
        mount.write((handle, journal) -> insert(handle, "kept"));
        var problem = assertThrows(
                Problem.class,
                () -> mount.write((handle, journal) -> {
                    int pages = handle.createQuery("pragma page_count")
                            .mapTo(Integer.class)
                            .one();
                    handle.createQuery("pragma max_page_count = " + (pages + 2))
                            .mapTo(Integer.class)
                            .one();
                    return insert(handle, "x".repeat(1 << 20));
                }));
        assertEquals("storage.full", problem.code());
        assertEquals(507, problem.status());
        assertEquals(List.of("kept"), texts());
        Await.until(() -> store.database().health().writable());
        mount.write((handle, journal) -> insert(handle, "again"));
        assertEquals(List.of("kept", "again"), texts());
    }

    @Test
    void aThrownErrorCostsItsOwnWriteOnly() {
        assertThrows(
                StackOverflowError.class,
                () -> mount.write((handle, journal) -> {
                    throw new StackOverflowError("deep");
                }));
        mount.write((handle, journal) -> insert(handle, "next"));
        assertEquals(List.of("next"), texts());
    }

    @Test
    void storesAFileOnceUnderItsHashAndRefusesTooMuch() throws Exception {
        var blobs = mount.blobs();
        var ref = blobs.put(new ByteArrayInputStream(new byte[] {1, 2, 3}), 3);
        assertEquals(ref, blobs.put(new ByteArrayInputStream(new byte[] {1, 2, 3}), 3));
        try (var in = blobs.open(ref).orElseThrow()) {
            assertEquals(3, in.readAllBytes().length);
        }
        var problem = assertThrows(Problem.class, () -> blobs.put(new ByteArrayInputStream(new byte[4]), 3));
        assertEquals(413, problem.status());
        assertFalse(blobs.open(new org.pavilion.api.BlobRef("0".repeat(64), 3)).isPresent());
    }

    private List<String> texts() {
        return mount.read(handle -> handle.select("select text from writer_row order by id")
                .mapTo(String.class)
                .list());
    }

    private static int insert(org.jdbi.v3.core.Handle handle, String text) {
        return handle.execute("insert into writer_row(text) values (?)", text);
    }
}
