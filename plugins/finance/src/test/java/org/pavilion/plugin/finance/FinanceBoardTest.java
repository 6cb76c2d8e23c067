package org.pavilion.plugin.finance;

import org.junit.jupiter.api.Test;
import org.pavilion.testing.Board;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;

@PavilionTest(plugin = FinancePlugin.class)
final class FinanceBoardTest {
    @Test
    void isListedReadPagedFoundAndKept(Expo expo) {
        expo.expectDemo()
                .expectBoards(Board.of("finance", "/finance", "fin-chuangxinyun", "创信云贷")
                        .at("/products"));
    }
}
