package org.pavilion.server.announce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.announce.Announcement.Draft;
import org.pavilion.server.announce.Announcement.State;
import org.pavilion.server.event.TaskQueue;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Published;
import org.pavilion.server.storage.Store;

@BothStores
final class AnnouncementsTest {
    private static final Ref ORGANISER = new Ref("account", "o");

    private final TaskQueue tasks;
    private final Announcements announcements;
    private final AtomicInteger told = new AtomicInteger();

    AnnouncementsTest(Store store) {
        var mount = store.mount("core");
        tasks = new TaskQueue(store.database());
        announcements = new Announcements(mount, new Published(mount), tasks.tasks("core", mount), new Json());
        announcements.onChange(told::incrementAndGet);
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void isSeenByNobodyUntilItIsLiveAndByNobodyOnceItIsArchived() {
        var id = announcements.draft(draft("The north door is open", Optional.empty()), ORGANISER);
        assertEquals(List.of(), announcements.showing());
        announcements.publish(id, ORGANISER);
        assertEquals(List.of(id), shown());
        announcements.archive(id, ORGANISER);
        assertEquals(List.of(), announcements.showing());
        assertEquals(State.ARCHIVED, announcements.get(id).state());
        announcements.publish(id, ORGANISER);
        assertEquals(List.of(id), shown());
        assertTrue(told.get() >= 3, "whoever shows it is told of every change");
    }

    @Test
    void isArchivedByItselfAtItsEnd() throws Exception {
        var id =
                announcements.draft(draft("Soon over", Optional.of(Instant.now().plusMillis(400))), ORGANISER);
        announcements.publish(id, ORGANISER);
        await(() -> announcements.get(id).state() == State.ARCHIVED);
        assertFalse(shown().contains(id));
        assertEquals(
                "announcement.over",
                assertThrows(Problem.class, () -> announcements.publish(id, ORGANISER))
                        .code());
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseChanged() {
        var id = announcements.draft(draft("One", Optional.empty()), ORGANISER);
        announcements.edit(id, 1, draft("Two", Optional.empty()), ORGANISER);
        var late = assertThrows(
                Problem.class, () -> announcements.edit(id, 1, draft("Three", Optional.empty()), ORGANISER));
        assertEquals("announcement.version-conflict", late.code());
        assertEquals("Two", announcements.get(id).text().en());
    }

    @Test
    void leadsToPagesOfThisSiteOnly() {
        for (var link : List.of("https://elsewhere.example", "//elsewhere.example", "javascript:alert(1)")) {
            var draft = new Draft(Text.same("Look"), Optional.of(link), false, Optional.empty());
            assertEquals(
                    "/link",
                    assertThrows(Problem.class, () -> announcements.draft(draft, ORGANISER))
                            .pointer(),
                    link);
        }
    }

    private List<String> shown() {
        return announcements.showing().stream().map(Announcement::id).toList();
    }

    private static Draft draft(String words, Optional<Instant> until) {
        return new Draft(Text.same(words), Optional.empty(), false, until);
    }

    private static void await(Callable<Boolean> wish) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!wish.call()) {
            assertTrue(System.nanoTime() < deadline, "did not become as wished");
            Thread.onSpinWait();
        }
    }
}
