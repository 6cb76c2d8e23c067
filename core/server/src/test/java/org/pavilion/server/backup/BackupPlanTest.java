package org.pavilion.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;
import org.pavilion.server.event.Await;
import org.pavilion.server.event.TaskQueue;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

/** Backups that are made by themselves, how many of them stay, and what is done to one of them. */
@BothStores
final class BackupPlanTest {
    private static final int DAY_MS = 24 * 60 * 60 * 1_000;

    private final Store store;
    private final StorageMount core;
    private final TaskQueue tasks;
    private final Backups backups;

    BackupPlanTest(Store store) {
        this.store = store;
        core = store.mount("core");
        tasks = new TaskQueue(store.database());
        backups = new Backups(
                core,
                store.log(),
                store.events("core", core),
                tasks.tasks("core", core),
                store.settings(),
                () -> ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        backups.close();
        tasks.close();
    }

    @Test
    void aDayThatCameDueMakesOneBackupAndTheNextDayAnother() throws InterruptedException {
        backups.look();
        assertEquals(List.of(), backups.state().runs());

        backups.plan(new BackupPlan(true, 0, 5));
        backups.look();
        var first = whole(planned().getFirst().id());
        assertTrue(Files.exists(file(first.id())));
        backups.look();
        assertEquals(1, planned().size());

        core.write((handle, journal) -> handle.execute("update backup_run set at = at - ?", DAY_MS));
        backups.look();
        assertEquals(2, planned().size());
        var second = whole(planned().getFirst().id());
        assertEquals(second.endedAt(), backups.state().last());
        assertEquals(Optional.empty(), backups.state().trouble());
    }

    @Test
    void onlySoManyOfThePlansOwnStayAndNobodyElsesGoes() throws InterruptedException {
        backups.plan(new BackupPlan(false, 0, 2));
        var mine = whole(backups.make("person").id());
        var oldest = whole(backups.make("plan").id());
        core.write((handle, journal) -> handle.execute("update backup_run set at = at - ?", DAY_MS));
        whole(backups.make("plan").id());
        assertTrue(backups.find(oldest.id()).kept());
        whole(backups.make("plan").id());

        Await.until(() -> !backups.find(oldest.id()).kept());
        assertFalse(Files.exists(file(oldest.id())));
        assertTrue(backups.find(oldest.id()).done(), "that it was made stays noted");
        assertTrue(backups.find(mine.id()).kept());
        assertTrue(Files.exists(file(mine.id())));
        assertEquals(2, planned().stream().filter(BackupRun::kept).count());
    }

    @Test
    void oneIsMadeAtATimeAndOneThatIsGoneIsNotHandedOut() throws InterruptedException {
        core.write((handle, journal) -> {
            assertTrue(BackupRows.begin(handle, "open", "person", "operator:operator", journal.now()));
            return true;
        });
        assertEquals(
                "backup.busy",
                assertThrows(Problem.class, () -> backups.make("person")).code());
        core.write((handle, journal) -> {
            BackupRows.failed(handle, "open", journal.now(), "no room");
            return true;
        });
        assertTrue(backups.state().trouble().orElseThrow().contains("no room"));

        var run = whole(backups.make("person").id());
        assertEquals(file(run.id()), backups.download(run.id()));
        assertTrue(backups.check(run.id()).sound());
        backups.delete(run.id());
        assertFalse(Files.exists(file(run.id())));
        assertEquals(
                "backup.gone",
                assertThrows(Problem.class, () -> backups.download(run.id())).code());
        assertEquals(
                "backup.gone",
                assertThrows(Problem.class, () -> backups.delete(run.id())).code());
        var told = List.of("backup.made.v1", "backup.downloaded.v1", "backup.deleted.v1");
        Await.until(() -> told.equals(events(run.id())));
    }

    private List<String> events(String run) {
        return core.read(handle -> handle.createQuery("select type from event_log where subject = :run order by seq")
                .bind("run", BackupEvents.ref(run))
                .mapTo(String.class)
                .list());
    }

    @Test
    void aPlanIsToldInTheExposZoneAlsoWhenTheClocksChange() {
        var plan = new BackupPlan(true, 2 * 60 + 30, 7);
        var berlin = ZoneId.of("Europe/Berlin");
        var night = LocalDateTime.of(2027, 3, 28, 12, 0).atZone(berlin).toInstant();
        assertEquals(Instant.parse("2027-03-28T01:30:00Z"), plan.dueBefore(night, berlin));
        assertEquals(Instant.parse("2027-03-29T00:30:00Z"), plan.next(night, berlin));
        var due = plan.next(night, berlin);
        assertEquals(due, plan.dueBefore(due, berlin));
    }

    private List<BackupRun> planned() {
        return backups.state().runs().stream()
                .filter(run -> run.cause().equals("plan"))
                .toList();
    }

    private BackupRun whole(String id) throws InterruptedException {
        Await.until(() -> !backups.find(id).open());
        var run = backups.find(id);
        assertTrue(run.done(), run::toString);
        return run;
    }

    private Path file(String id) {
        return store.settings().data().resolve("backups").resolve("pavilion-" + id + ".zip");
    }
}
