package org.pavilion.server.brand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ThemeTest {
    private static final Pattern TOKEN =
            Pattern.compile("--pv-([a-z0-9-]+): light-dark\\((#[0-9a-f]+), (#[0-9a-f]+)\\)");

    /** Every corner and face of the cube of colours, then a walk through its inside. */
    private static Stream<String> seeds() {
        var steps = new int[] {0, 1, 37, 64, 98, 128, 153, 191, 222, 254, 255};
        var grid = new ArrayList<String>();
        for (int red : steps) {
            for (int green : steps) {
                for (int blue : steps) {
                    grid.add(new Rgb(red, green, blue).hex());
                }
            }
        }
        var walk = IntStream.range(0, 3000)
                .mapToObj(i -> new Rgb((i * 97 + 13) % 256, (i * 57 + i / 7) % 256, (i * 151 + i / 3) % 256).hex());
        return Stream.concat(grid.stream(), walk);
    }

    @Test
    void everySeedGivesTextThatCanBeReadOnEveryGround() {
        var faults = new ArrayList<String>();
        seeds().forEach(seed -> {
            var theme = Theme.of(seed).orElseThrow();
            check(seed, theme.light(), Grounds.LIGHT, faults);
            check(seed, theme.dark(), Grounds.DARK, faults);
        });
        assertEquals(List.of(), faults);
    }

    private static void check(String seed, Theme.Tones tones, Grounds grounds, List<String> faults) {
        var brand = Rgb.of(tones.brand());
        var soft = Rgb.of(tones.soft());
        var focus = Rgb.of(tones.focus());
        atLeast(4.5, brand, Rgb.of(tones.ink()), seed + " text on the button", faults);
        atLeast(4.5, brand, soft, seed + " brand on soft", faults);
        atLeast(3, focus, soft, seed + " focus on soft", faults);
        for (var paper : grounds.papers()) {
            atLeast(4.5, brand, paper, seed + " brand on " + paper.hex(), faults);
            atLeast(3, focus, paper, seed + " focus on " + paper.hex(), faults);
        }
        for (var ink : grounds.inks()) {
            atLeast(4.5, ink, soft, seed + " " + ink.hex() + " on soft", faults);
        }
    }

    private static void atLeast(double least, Rgb one, Rgb other, String what, List<String> faults) {
        if (one.contrast(other) < least) {
            faults.add(what + ": " + one.contrast(other));
        }
    }

    @Test
    void theGroundsAreThoseOfTheStyleSheet() throws Exception {
        var css = Files.readString(Path.of("../../web/shell/src/style/tokens.css"));
        var light = new HashMap<String, Rgb>();
        var dark = new HashMap<String, Rgb>();
        TOKEN.matcher(css).results().forEach(each -> {
            light.put(each.group(1), Rgb.of(each.group(2)));
            dark.put(each.group(1), Rgb.of(each.group(3)));
        });
        for (var paper : List.of("paper", "surface", "raised", "sunken")) {
            assertTrue(Grounds.LIGHT.papers().contains(light.get(paper)), paper);
            assertTrue(Grounds.DARK.papers().contains(dark.get(paper)), paper);
        }
        for (var ink : List.of("ink", "ink-2", "ink-3")) {
            assertTrue(Grounds.LIGHT.inks().contains(light.get(ink)), ink);
            assertTrue(Grounds.DARK.inks().contains(dark.get(ink)), ink);
        }
    }

    @Test
    void aColourThatReadsAlreadyStaysWhatItIs() {
        assertEquals("#0f5fa8", Theme.of("#0f5fa8").orElseThrow().light().brand());
        assertEquals("#0f5fa8", Theme.of("#0F5FA8").orElseThrow().seed());
    }

    @Test
    void theHueOfTheSeedIsKept() {
        for (var seed : List.of("#ffd400", "#00c2a8", "#7a00ff", "#ff0055")) {
            double hue = Oklch.of(Rgb.of(seed)).hue();
            var theme = Theme.of(seed).orElseThrow();
            for (var tones : List.of(theme.light(), theme.dark())) {
                double away = Math.IEEEremainder(Oklch.of(Rgb.of(tones.brand())).hue() - hue, 2 * Math.PI);
                assertTrue(Math.abs(away) < 0.06, seed + " became " + tones.brand());
            }
        }
    }

    @Test
    void aBlueExpoHasAFocusRingOfAnotherColour() {
        assertNotEquals(
                Theme.of("#c2331d").orElseThrow().light().focus(),
                Theme.of("#1d4ed8").orElseThrow().light().focus());
    }

    @Test
    void theStyleSheetIsFoundByItsNameAndByNoOther() {
        var theme = Theme.of("#0f766e").orElseThrow();
        assertEquals(Optional.of(theme), Theme.at(theme.path()));
        assertEquals(Optional.empty(), Theme.at("/theme-0f766e-00000000.css"));
        assertEquals(Optional.empty(), Theme.at("/theme-../../etc.css"));
        assertEquals(Optional.empty(), Theme.of("red;}*{display:none"));
    }
}
