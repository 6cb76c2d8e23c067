package org.pavilion.server.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Statistics;
import org.pavilion.api.Text;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

@BothStores
final class CountersTest {
    private static final Ref BOOTH = new Ref("booth", "b-1");
    private static final Map<String, Text> METRICS = Map.of("visit", new Text("到访", "Visits"));

    private final Store store;

    CountersTest(Store store) {
        this.store = store;
    }

    private static Caller guest(String id) {
        return new Caller(new Ref("guest", id), Caller.Kind.GUEST, Set.of("pub"));
    }

    private Counters on(String day) {
        return new Counters(store.mount("core"), Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC));
    }

    private static Statistics metrics(Counters counters) {
        return counters.statistics("exhibition", METRICS);
    }

    @Test
    void aReloadLoopMovesTheTotalButNotTheDistinctVisitors() {
        try (var counters = on("2026-05-19")) {
            var statistics = metrics(counters);
            for (int i = 0; i < 50; i++) {
                statistics.visit("visit", BOOTH, guest("a"));
                counters.flush();
            }
            statistics.visit("visit", BOOTH, guest("b"));
            counters.flush();
            assertEquals(51, statistics.total("visit", BOOTH));
            assertEquals(2, statistics.unique("visit", BOOTH));
        }
    }

    @Test
    void theSameVisitorCountsAgainTheNextDay() {
        try (var monday = on("2026-05-18")) {
            metrics(monday).visit("visit", BOOTH, guest("a"));
        }
        try (var tuesday = on("2026-05-19")) {
            metrics(tuesday).visit("visit", BOOTH, guest("a"));
            tuesday.flush();
            assertEquals(2, metrics(tuesday).unique("visit", BOOTH));
        }
    }

    @Test
    void countsSurviveARestart() {
        try (var counters = on("2026-05-19")) {
            metrics(counters).visit("visit", BOOTH, guest("a"));
        }
        store.restart();
        try (var counters = on("2026-05-19")) {
            metrics(counters).visit("visit", BOOTH, guest("a"));
            counters.flush();
            assertEquals(2, metrics(counters).total("visit", BOOTH));
            assertEquals(1, metrics(counters).unique("visit", BOOTH));
        }
    }

    @Test
    void countersOfTwoOwnersAreApart() {
        try (var counters = on("2026-05-19")) {
            metrics(counters).visit("visit", BOOTH, guest("a"));
            counters.flush();
            assertEquals(0, counters.statistics("trading", METRICS).total("visit", BOOTH));
        }
    }

    @Test
    void refusesAMetricThatNobodyDeclared() {
        try (var counters = on("2026-05-19")) {
            assertThrows(Problem.class, () -> metrics(counters).visit("views", BOOTH, guest("a")));
        }
    }

    @Test
    void keepsNoVisitorInClearText() {
        try (var counters = on("2026-05-19")) {
            metrics(counters).visit("visit", BOOTH, guest("somebody"));
            counters.flush();
            var marks = store.mount("core")
                    .read(handle -> handle.createQuery("select visitor from statistics_visitor")
                            .mapTo(String.class)
                            .list());
            assertEquals(1, marks.size());
            assertEquals(true, marks.getFirst().matches("[0-9a-f]{32}"));
        }
    }
}
