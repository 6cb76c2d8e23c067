package org.pavilion.plugin.trading;

import static org.pavilion.testing.Store.POSTGRES;
import static org.pavilion.testing.Store.SQLITE;

import org.junit.jupiter.api.Test;
import org.pavilion.testing.Board;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;

/** On both stores, for all boards: they keep their records in the same way. */
@PavilionTest(
        plugin = TradingPlugin.class,
        stores = {SQLITE, POSTGRES})
final class TradingBoardTest {
    @Test
    void isListedReadPagedFoundAndKept(Expo expo) {
        expo.expectDemo()
                .expectBoards(
                        Board.of("offer", "/market", "offer-antibac-steel", "抗菌不锈钢材料技术"),
                        new Board("demand", "/market/demands", "/market/dem-lize-5g", "/demands", "丽泽金融商务区"),
                        Board.of("deal", "/deals", "deal-2019-varian", "瓦里安"),
                        Board.of("agency", "/agency", "agy-pku", "北京大学科技开发部").at("/agencies"));
    }
}
