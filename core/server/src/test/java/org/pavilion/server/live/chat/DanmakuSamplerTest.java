package org.pavilion.server.live.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pavilion.server.live.chat.DanmakuSampler.Past;
import org.pavilion.server.live.chat.DanmakuSampler.Said;
import org.pavilion.server.live.view.DanmakuItem;

final class DanmakuSamplerTest {
    private static Said said(long rev, String person, String text) {
        return new Said(rev, false, new DanmakuItem("m" + rev, text, 1, "scroll", Optional.empty(), person));
    }

    private static Said host(long rev, String text) {
        return new Said(rev, true, new DanmakuItem("m" + rev, text, 1, "top", Optional.empty(), "host"));
    }

    private static List<String> texts(DanmakuSampler.Sample sample) {
        return sample.items().stream().map(DanmakuItem::text).toList();
    }

    @Test
    void belowTheBudgetEverythingFlies() {
        var sample = DanmakuSampler.sample(Past.NONE, List.of(said(1, "a", "one"), said(2, "b", "two")), 0);
        assertEquals(List.of("two", "one"), texts(sample));
        assertEquals(2, sample.seen());
    }

    @Test
    void theHostComesFirstThenTheNewest() {
        var sample = DanmakuSampler.sample(
                Past.NONE,
                List.of(host(1, "welcome"), said(2, "a", "x"), said(3, "b", "y"), said(4, "c", "z"), said(5, "d", "w")),
                0);
        assertEquals(List.of("welcome", "w", "z"), texts(sample));
    }

    @Test
    void equalTextsAreOneThingWithACount() {
        var sample = DanmakuSampler.sample(
                Past.NONE,
                List.of(said(1, "a", "666"), said(2, "b", "６６６！！"), said(3, "c", "66"), said(4, "c", "666")),
                0);
        assertEquals(1, sample.items().size());
        assertEquals(3, sample.items().getFirst().n());
        assertEquals("m1", sample.items().getFirst().id());
        var later = DanmakuSampler.sample(sample.past(), List.of(said(5, "d", "666"), said(6, "a", "666")), 2_000);
        assertEquals(4, later.items().getFirst().n());
        assertEquals("m1", later.items().getFirst().id());
        var muchLater = DanmakuSampler.sample(later.past(), List.of(said(7, "e", "666")), 3_000);
        assertEquals("m7", muchLater.items().getFirst().id());
    }

    @Test
    void whoJustFlewWaitsBehindOthers() {
        var first = DanmakuSampler.sample(Past.NONE, List.of(said(1, "a", "one")), 0);
        var said = List.of(said(2, "b", "p"), said(3, "c", "q"), said(4, "d", "r"), said(5, "a", "two"));
        assertEquals(List.of("r", "q", "p"), texts(DanmakuSampler.sample(first.past(), said, 1_000)));
        assertEquals(List.of("two", "r", "q"), texts(DanmakuSampler.sample(first.past(), said, 2_500)));
    }

    @Test
    void theFormOfATextIgnoresWhatEyesIgnore() {
        assertEquals(DanmakuSampler.form("哈哈哈哈！"), DanmakuSampler.form("哈哈"));
        assertEquals(DanmakuSampler.form("ＧＲＥＡＴ!!!"), DanmakuSampler.form("great"));
        assertEquals(DanmakuSampler.form("👏👏👏"), DanmakuSampler.form("👏"));
        assertEquals("?", DanmakuSampler.form("???"));
    }

    @Test
    void theChoiceIsTheSameInWhateverOrderMessagesArriveAndNeverAboveTheBudget() {
        var random = new Random(20_26);
        for (int round = 0; round < 200; round++) {
            var past = Past.NONE;
            var shuffledPast = Past.NONE;
            long rev = 0;
            for (long tick = 0; tick < 12; tick++) {
                var said = new ArrayList<Said>();
                int count = random.nextInt(12);
                for (int n = 0; n < count; n++) {
                    rev++;
                    said.add(
                            random.nextInt(9) == 0
                                    ? host(rev, "h" + random.nextInt(3))
                                    : said(rev, "p" + random.nextInt(6), "t" + random.nextInt(8)));
                }
                var shuffled = new ArrayList<>(said);
                Collections.shuffle(shuffled, random);
                long now = tick * DanmakuSampler.TICK_MS;
                var fresh = past.texts().keySet();
                var sample = DanmakuSampler.sample(past, said, now);
                assertEquals(sample, DanmakuSampler.sample(shuffledPast, shuffled, now));
                var started = sample.items().stream()
                        .filter(item -> !fresh.contains(DanmakuSampler.form(item.text())))
                        .toList();
                assertTrue(started.size() <= DanmakuSampler.BUDGET);
                if (said.stream().anyMatch(Said::host)) {
                    assertTrue(sample.items().stream()
                                    .anyMatch(item -> item.author().equals("host"))
                            || said.stream()
                                    .filter(Said::host)
                                    .allMatch(each -> fresh.contains(
                                            DanmakuSampler.form(each.item().text()))));
                }
                past = sample.past();
                shuffledPast = sample.past();
            }
        }
    }
}
