package org.pavilion.plugin.scifi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.api.Text;

/** The models that the build made, held against the glTF 2.0 specification and their budgets. */
final class PropsTest {
    private static final Path PROPS = Path.of("target/classes/ui/props");
    private static final long MOST_TRIANGLES = 60_000;
    private static final long MOST_BYTES = 125_000;

    private static Path file(String name) {
        return PROPS.resolve(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"climber", "garland", "lantern"})
    void aModelIsValidAndLean(String name) throws IOException {
        var model = Glb.read(file(name + ".glb"));
        assertEquals(List.of(), model.faults(), name);
        assertTrue(model.triangles() > 5_000 && model.triangles() <= MOST_TRIANGLES, name + ": " + model.triangles());
        assertTrue(Files.size(file(name + ".glb.br")) <= MOST_BYTES, name + " is too large for a phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"climber", "garland", "lantern"})
    void theTourOfAModelIsTheExhibitsInBothLanguages(String name) throws IOException {
        var spots = Glb.read(file(name + ".glb")).spots();
        var stops = Demo.exhibit(name).tour();
        assertTrue(spots.size() >= 5 && spots.size() <= 7, name + " has " + spots.size());
        assertEquals(
                stops,
                spots.stream()
                        .map(spot -> new Exhibit.Stop(spot.spot(), spot.title(), spot.text()))
                        .toList());
        Set<Integer> orders = new HashSet<>();
        for (var spot : spots) {
            assertTrue(orders.add(spot.order()), "each stop has its own place in the tour");
            assertTrue(both(spot.title()) && both(spot.text()), spot.spot() + " speaks both languages");
            assertEquals(3, spot.camera().size());
        }
    }

    private static boolean both(Text text) {
        return !text.zh().isBlank() && !text.en().isBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"climber", "garland", "lantern"})
    void aPosterIsAPictureOfSomething(String name) throws IOException {
        var poster =
                Optional.ofNullable(ImageIO.read(file(name + ".jpg").toFile())).orElseThrow();
        assertEquals(Map.of("w", 960, "h", 640), Map.of("w", poster.getWidth(), "h", poster.getHeight()));
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < 960; x += 8) {
            for (int y = 0; y < 640; y += 8) {
                colours.add(poster.getRGB(x, y) & 0xf0f0f0);
            }
        }
        assertTrue(colours.size() > 100, name + " has only " + colours.size() + " colours");
    }
}
