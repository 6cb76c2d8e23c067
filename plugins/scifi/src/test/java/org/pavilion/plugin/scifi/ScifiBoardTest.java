package org.pavilion.plugin.scifi;

import org.junit.jupiter.api.Test;
import org.pavilion.testing.Board;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;

@PavilionTest(plugin = ScifiPlugin.class)
final class ScifiBoardTest {
    @Test
    void isListedReadPagedFoundAndKept(Expo expo) {
        expo.expectDemo()
                .expectBoards(Board.of("scifi", "/scifi", "sci-wandering-earth", "流浪地球")
                        .at("/exhibits"));
    }
}
