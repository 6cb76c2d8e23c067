package org.pavilion.plugin.insight;

import org.junit.jupiter.api.Test;
import org.pavilion.testing.Board;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;

@PavilionTest(plugin = InsightPlugin.class)
final class InsightBoardTest {
    @Test
    void isListedReadPagedFoundAndKept(Expo expo) {
        expo.expectDemo()
                .expectBoards(Board.of("index", "/insights", "idx-park-2020", "创新发展指数")
                        .at("/indices"));
    }
}
