package org.pavilion.plugin.policy;

import org.junit.jupiter.api.Test;
import org.pavilion.testing.Board;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;

@PavilionTest(plugin = PolicyPlugin.class)
final class PolicyBoardTest {
    @Test
    void isListedReadPagedFoundAndKept(Expo expo) {
        expo.expectDemo()
                .expectBoards(
                        Board.of("policy", "/policy", "pol-chuangxinrong", "创信融平台配套政策")
                                .at("/policies"),
                        Board.of("programme", "/programme", "prog-jiebang", "揭榜挂帅"));
    }
}
