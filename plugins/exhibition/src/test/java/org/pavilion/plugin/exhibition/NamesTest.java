package org.pavilion.plugin.exhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;

class NamesTest {
    @Test
    void zoneLettersNeverReachTheGeneralArea() {
        assertEquals("A", ZoneLetters.of(0));
        assertEquals("Y", ZoneLetters.of(24));
        assertEquals("AA", ZoneLetters.of(25));
        for (int i = 0; i < 300; i++) {
            assertEquals(i, ZoneLetters.index(ZoneLetters.of(i)));
        }
    }

    @Test
    void aLinkSetsReplacesAndRemovesParameters() {
        assertEquals("/halls", Query.of("/halls", "zone", ""));
        assertEquals("/halls?zone=z&q=%E5%B1%95", Query.of("/halls", "zone", "z", "q", "展"));
        assertEquals("/en/halls?edition=b", Query.of("/en/halls?edition=a&zone=z", "edition", "b", "zone", ""));
    }

    @Test
    void aReaderSeesTheTagsInTheirOwnScript() {
        var both = List.of("氢能", "Hydrogen");
        assertEquals(List.of("氢能"), Tags.in(Language.ZH, both));
        assertEquals(List.of("Hydrogen"), Tags.in(Language.EN, both));
        assertEquals(List.of("抗疫"), Tags.in(Language.EN, List.of("抗疫")));
    }

    @Test
    void aCursorIsReadBackAsWritten() {
        assertEquals(
                new Cursor(1, "b-032"),
                Cursor.of(Optional.of(Cursor.write(true, "b-032"))).orElseThrow());
        assertEquals(
                17,
                Cursor.of(Optional.of(Cursor.write(false, 17))).orElseThrow().number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "b-032", "2.b-032", "0.", "0.a'b", "0.x y"})
    void refusesWhatIsNoCursor(String text) {
        assertThrows(Problem.class, () -> Cursor.of(Optional.of(text)));
    }
}
