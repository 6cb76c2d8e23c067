package org.pavilion.server.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

@BothStores
final class AskedTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final StorageMount core;
    private final Asked asked;

    AskedTest(Store store) {
        core = store.mount("core");
        asked = new Asked(core);
    }

    @Test
    void whatSeveralPeopleAskedIsListedByHowOftenAndWhatFoundNothingByItself() {
        saw("robot", 7, 5);
        saw("量子", 3, 4);
        saw("teleporter", 0, 3);
        saw("only once", 0, 1);
        asked.flush();
        saw("量子", 3, 4);
        asked.flush();
        var since = Instant.now().minus(HOUR);
        assertEquals(
                List.of(new AskedQuery("量子", 8, 3), new AskedQuery("robot", 5, 7), new AskedQuery("teleporter", 3, 0)),
                asked.most(since, false, 10));
        assertEquals(List.of(new AskedQuery("teleporter", 3, 0)), asked.most(since, true, 10));
        assertEquals(1, asked.most(since, false, 1).size());
    }

    @Test
    void whatMayBeSomebodysAddressOrNumberIsNotKept() {
        saw("mei@example.org", 0, 5);
        saw("13800138000", 0, 5);
        saw("  ", 0, 5);
        asked.flush();
        assertEquals(List.of(), asked.most(Instant.EPOCH, false, 10));
    }

    @Test
    void aDaysListForgetsTheDayBeforeAndTheTableForgetsAfterAWeek() {
        saw("robot", 7, 5);
        asked.flush();
        core.write((handle, journal) -> handle.execute("update search_asked set hour = hour - 24"));
        assertEquals(List.of(), asked.most(Instant.now().minus(HOUR), false, 10));
        assertEquals(1, asked.most(Instant.EPOCH, false, 10).size());
        core.write((handle, journal) -> handle.execute("update search_asked set hour = hour - 168"));
        saw("fresh", 1, 3);
        asked.flush();
        assertEquals(List.of(new AskedQuery("fresh", 3, 1)), asked.most(Instant.EPOCH, false, 10));
    }

    private void saw(String text, long hits, int times) {
        for (int i = 0; i < times; i++) {
            asked.saw(text, text.strip(), hits);
        }
    }
}
