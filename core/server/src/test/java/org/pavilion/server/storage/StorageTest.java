package org.pavilion.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;

@BothStores
final class StorageTest {
    private final Store store;
    private final StorageMount mount;

    record Signed(Ref subject, String word) implements DomainEvent {}

    record Never(Ref subject) implements DomainEvent {}

    record Row(long id, String text, Instant signedAt, boolean loud, Ref who, Optional<String> note) {}

    StorageTest(Store store) {
        this.store = store;
        this.mount = store.mount("guestbook");
        mount.register("guestbook.signed.v1", Signed.class);
    }

    @BeforeEach
    void schema() {
        store.database().migrate("guestbook", "guestbook_", List.of(new Script("V1__init.sql", """
                create table guestbook_entry(
                  id ${id}, text text not null unique, signed_at bigint not null, loud integer not null,
                  who text not null, note text);""")));
    }

    @Test
    void mapsRecordsWithTheHousesTypes() {
        var at = Instant.ofEpochMilli(1_700_000_000_123L);
        var who = new Ref("person", "ada");
        mount.write((handle, journal) -> sign(handle, "你好", at, true, who, null));
        var row = mount.read(handle -> handle.createQuery("select * from guestbook_entry")
                .mapTo(Row.class)
                .one());
        assertEquals(new Row(1, "你好", at, true, who, Optional.empty()), row);
    }

    @Test
    void whatFailsLeavesNoTrace() {
        var problem = assertThrows(
                Problem.class,
                () -> mount.write((handle, journal) -> {
                    sign(handle, "a");
                    journal.append(new Signed(new Ref("entry", "a"), "a"));
                    throw new Problem("entry.refused", 409, "no");
                }));
        assertEquals("entry.refused", problem.code());
        assertEquals(0, count());
        assertEquals(0, store.database().head());
    }

    @Test
    void oneBadWriteDoesNotFailItsNeighbours() throws Exception {
        var good = Hammer.count(200, 16, n -> {
            if (n % 10 == 0) {
                assertThrows(
                        RuntimeException.class,
                        () -> mount.write((handle, journal) -> {
                            sign(handle, "bad-" + n);
                            return handle.execute("insert into nowhere values (1)");
                        }));
                return false;
            }
            return mount.write((handle, journal) -> {
                        journal.append(new Signed(new Ref("entry", "n-" + n), "x"));
                        return sign(handle, "n-" + n);
                    })
                    == 1;
        });
        assertEquals(180, good);
        assertEquals(180, count());
    }

    @Test
    void aReadInsideAReadSeesTheSameSnapshot() {
        var other = store.mount("core");
        long inner = mount.read(outer -> {
            long before = entries(outer);
            var writer = Thread.ofVirtual().start(() -> mount.write((handle, journal) -> sign(handle, "late")));
            join(writer);
            return other.read(StorageTest::entries) - before;
        });
        assertEquals(0, inner);
    }

    private static long entries(org.jdbi.v3.core.Handle handle) {
        return handle.createQuery("select count(*) from guestbook_entry")
                .mapTo(Long.class)
                .one();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void refusesNesting() {
        assertNested(() -> mount.write((outer, journal) -> mount.write((inner, other) -> 1)));
        assertNested(() -> mount.write((outer, journal) -> mount.read(inner -> 1)));
        assertNested(() -> mount.read(outer -> mount.write((inner, journal) -> 1)));
    }

    @Test
    void refusesChangesInARead() {
        assertThrows(RuntimeException.class, () -> mount.read(handle -> sign(handle, "x")));
        assertEquals(0, count());
    }

    @Test
    void refusesAnEventNobodyDeclared() {
        var problem = assertThrows(
                Problem.class,
                () -> mount.write((handle, journal) -> journal.append(new Never(new Ref("entry", "x")))));
        assertEquals("plugin.undeclared", problem.code());
    }

    @Test
    void anInnerTransactionJoinsTheWrite() {
        assertThrows(
                IllegalStateException.class,
                () -> mount.write((handle, journal) -> {
                    handle.useTransaction(inner -> sign(inner, "joined"));
                    throw new IllegalStateException("undo both");
                }));
        mount.write((handle, journal) -> handle.inTransaction(inner -> sign(inner, "kept")));
        assertEquals(1, count());
    }

    @Test
    void answersAnIdempotencyKeyAgainAndRefusesAnotherRequestUnderIt() {
        byte[] hash = {1, 2};
        assertEquals("first", call("k", hash, "first"));
        assertEquals("first", call("k", hash, "second"));
        assertEquals(1, count());
        var problem = assertThrows(Problem.class, () -> call("k", new byte[] {3}, "third"));
        assertEquals("idempotency.mismatch", problem.code());
    }

    @Test
    void seesAWriteThatTellsNobody() {
        mount.requireEvents();
        var problem = assertThrows(Problem.class, () -> mount.write((handle, journal) -> sign(handle, "silent")));
        assertEquals("storage.no-event", problem.code());
        mount.write((handle, journal) -> {
            sign(handle, "told");
            return journal.append(new Signed(new Ref("entry", "told"), "x"));
        });
        int nothing = mount.write((handle, journal) -> handle.execute("delete from guestbook_entry where id = 99"));
        assertEquals(0, nothing);
        assertEquals(1, count());
    }

    @Test
    void aClosedMountSaysSo() {
        mount.close();
        assertEquals("plugin.stopped", assertThrows(Problem.class, this::count).code());
    }

    @Test
    void twoServersDoNotShareADataDirectory() {
        var problem = assertThrows(
                Problem.class,
                () -> Database.open(store.settings(), new org.pavilion.server.telemetry.Telemetry())
                        .close());
        assertEquals("storage.locked", problem.code());
    }

    @Test
    void keepsItsRowsAndItsEpochOverARestart() {
        var epoch = store.database().epoch();
        mount.write((handle, journal) -> sign(handle, "kept"));
        store.restart();
        assertEquals(epoch, store.database().epoch());
        var again = store.mount("guestbook");
        var words = again.read(handle -> handle.select("select text from guestbook_entry")
                .mapTo(String.class)
                .list());
        assertEquals(List.of("kept"), words);
    }

    private String call(String key, byte[] hash, String answer) {
        return mount.write((handle, journal) -> {
            var earlier = journal.idempotent("person:ada", key, hash);
            if (earlier.isPresent()) {
                return new String(earlier.get(), java.nio.charset.StandardCharsets.UTF_8);
            }
            sign(handle, answer);
            journal.remember(answer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return answer;
        });
    }

    private static void assertNested(org.junit.jupiter.api.function.Executable call) {
        assertEquals("storage.nested", assertThrows(Problem.class, call).code());
    }

    private long count() {
        return mount.read(handle -> handle.createQuery("select count(*) from guestbook_entry")
                .mapTo(Long.class)
                .one());
    }

    private static int sign(org.jdbi.v3.core.Handle handle, String text) {
        return sign(handle, text, Instant.now(), false, new Ref("person", "ada"), null);
    }

    private static int sign(
            org.jdbi.v3.core.Handle handle, String text, Instant at, boolean loud, Ref who, @Nullable String note) {
        return handle.execute(
                "insert into guestbook_entry(text, signed_at, loud, who, note) values (?, ?, ?, ?, ?)",
                text,
                at,
                loud,
                who,
                note);
    }
}
