package org.pavilion.server.search.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void theCommittedTablesAreWhatIcuAndPinyin4jSay() throws IOException {
        try (var fold = Table.open("fold.bin");
                var pinyin = Table.open("pinyin.bin")) {
            assertArrayEquals(TableBuilder.fold(), fold.readAllBytes());
            assertArrayEquals(TableBuilder.pinyin(), pinyin.readAllBytes());
        }
    }

    @Test
    void foldingIsIdempotentAndKeepsTheLength() {
        var random = new Random(7);
        for (int n = 0; n < 500; n++) {
            var chars = new char[random.nextInt(40)];
            for (int i = 0; i < chars.length; i++) {
                chars[i] = (char) random.nextInt(1 << 16);
            }
            var folded = Fold.fold(new String(chars));
            assertEquals(chars.length, folded.length());
            assertEquals(folded, Fold.fold(folded));
        }
        assertEquals("机器人5g abc", Fold.fold("機器人５Ｇ ＡＢｃ"));
    }

    @Test
    void lettersAreSplitIntoTheFewestSyllables() {
        assertEquals(List.of("zhong", "guan", "cun"), Pinyin.split("zhongguancun"));
        assertTrue(Pinyin.split("robot").isEmpty());
        assertTrue(Pinyin.split("a".repeat(41)).isEmpty());
    }

    @Test
    void strayCharactersAreGluedAndLoneOnesLeftOut() {
        assertEquals(List.of("甲乙", "机器"), Segmenter.glue(List.of("甲", "乙", "机器", "丙")));
        assertEquals(List.of("甲"), Segmenter.glue(List.of("甲")));
    }

    @Test
    void plainTextHasNoControlOrDirectionCharactersAndNoHalfPairs() {
        assertEquals("a b c", PlainText.clean("a\u0000\u202e  \tb\ud800 \u200bc", 20));
        assertEquals("ab", PlainText.clean("abc", 2));
    }
}
