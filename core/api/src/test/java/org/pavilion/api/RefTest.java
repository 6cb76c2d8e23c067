package org.pavilion.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RefTest {

    @Test
    void isWrittenTypeColonId() {
        var ref = Ref.of("booth:b-032");
        assertEquals(new Ref("booth", "b-032"), ref);
        assertEquals("booth:b-032", ref.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "booth", ":b", "booth:", "Booth:b", "booth:a/b", "booth:a b", "booth:展台", "b:..%2f"})
    void refusesWhatIsNoReference(String text) {
        assertEquals(
                "request.invalid",
                assertThrows(Problem.class, () -> Ref.of(text)).code());
    }

    @Test
    void aScopeCoversWhatLiesBelowIt() {
        var hall = Scope.EXPO.in("edition", "ed-1").in("hall", "h1");
        assertTrue(Scope.EXPO.covers(hall));
        assertTrue(hall.covers(hall.in("booth", "b-1")));
        assertTrue(!hall.covers(Scope.EXPO.in("edition", "ed-1").in("hall", "h10")));
    }

    @Test
    void textFallsBackToTheOtherLanguage() {
        var text = new Text("", "Booth");
        assertEquals("Booth", text.in(Language.ZH));
        assertTrue(!text.has(Language.ZH));
        assertThrows(Problem.class, () -> new Text(" ", ""));
    }
}
