package org.pavilion.plugin.contest;

import org.junit.jupiter.api.Test;
import org.pavilion.testing.Board;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;

@PavilionTest(plugin = ContestPlugin.class)
final class ContestBoardTest {
    @Test
    void isListedReadPagedFoundAndKept(Expo expo) {
        expo.expectDemo().expectBoards(Board.of("contest", "/contest", "con-frontier-6", "前沿科技创新大赛"));
    }
}
