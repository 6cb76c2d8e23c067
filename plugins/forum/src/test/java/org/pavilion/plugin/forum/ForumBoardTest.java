package org.pavilion.plugin.forum;

import org.junit.jupiter.api.Test;
import org.pavilion.testing.Board;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;

@PavilionTest(plugin = ForumPlugin.class)
final class ForumBoardTest {
    @Test
    void isListedReadPagedFoundAndKept(Expo expo) {
        expo.expectDemo()
                .expectBoards(
                        Board.of("session", "/forum", "ses-2019-release", "重大成果发布会"),
                        Board.of("initiative", "/initiatives", "init-2", "Women in Science"));
    }
}
