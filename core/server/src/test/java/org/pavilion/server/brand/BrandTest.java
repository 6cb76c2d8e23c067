package org.pavilion.server.brand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Published;
import org.pavilion.server.storage.Store;

@BothStores
final class BrandTest {
    private final Store store;
    private Brand brand;

    BrandTest(Store store) {
        this.store = store;
        brand = opened();
    }

    private Brand opened() {
        var core = store.mount("core");
        return new Brand(core, new Published(core), store.json());
    }

    private static Profile named(long version, String name) {
        return new Profile(
                new Text(name, "Lake Expo"),
                Optional.empty(),
                Language.EN,
                "Europe/Zurich",
                "hello@example.org",
                Optional.of("0f766e"),
                Optional.empty(),
                List.of(new Profile.FootLink(new Text("交通", "Getting here"), "https://example.org/way")),
                version);
    }

    @Test
    void aProfileOutlivesARestart() {
        assertTrue(brand.profile().unnamed());
        brand.change(named(0, "湖博会"));
        store.restart();
        brand = opened();
        assertEquals("湖博会", brand.profile().name().zh());
        assertEquals(Optional.of("#0f766e"), brand.profile().seed());
        assertEquals(1, brand.profile().version());
    }

    @Test
    void whoeverChangesAnOldProfileIsTold() {
        brand.change(named(0, "一"));
        assertEquals(
                409,
                assertThrows(Problem.class, () -> brand.change(named(0, "二"))).status());
        assertEquals("一", brand.profile().name().zh());
    }

    @ParameterizedTest
    @CsvSource({"/zone, zone", "/contact, contact", "/links/0, link", "/seed, seed"})
    void aProfileThatSaysNonsenseIsRefusedAtItsField(String pointer, String which) {
        var good = named(0, "展");
        var bad = new Profile(
                good.name(),
                good.tagline(),
                good.language(),
                which.equals("zone") ? "Mars/Base" : good.zone(),
                which.equals("contact") ? "a <script>" : good.contact(),
                which.equals("seed") ? Optional.of("red") : good.seed(),
                good.logo(),
                which.equals("link")
                        ? List.of(new Profile.FootLink(Text.same("x"), "javascript:alert(1)"))
                        : good.links(),
                0);
        assertEquals(
                pointer, assertThrows(Problem.class, () -> brand.change(bad)).pointer());
    }

    @Test
    void aLogoIsOursInEverySizeAndServedOnlyOnceItIsNamed() throws IOException {
        var logo = brand.logo(new ByteArrayInputStream(picture(900, 300, 0xff0f5fa8, "jpeg")));
        assertEquals(240, logo.header().width());
        assertEquals(80, logo.header().height());
        assertEquals(512, logo.icon().width());
        assertEquals(Logo.Plate.NONE, logo.plate());
        assertTrue(brand.image(logo.header().sha256()).isEmpty());
        brand.change(with(named(0, "展"), logo));
        try (var bytes = brand.image(logo.header().sha256()).orElseThrow().bytes()) {
            assertEquals(240, ImageIO.read(bytes).getWidth());
        }
    }

    @Test
    void aLogoThatNightOrDayWouldSwallowStandsOnAPlate() throws IOException {
        assertEquals(Logo.Plate.WHITE, onNothing(0xff101010).plate());
        assertEquals(Logo.Plate.DARK, onNothing(0xfff8f8f8).plate());
        assertEquals(Logo.Plate.NONE, onNothing(0xff2f9e6e).plate());
    }

    private Logo onNothing(int colour) throws IOException {
        var image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_ARGB);
        for (int y = 60; y < 140; y++) {
            for (int x = 50; x < 350; x++) {
                image.setRGB(x, y, colour);
            }
        }
        return brand.logo(new ByteArrayInputStream(encoded(image, "png")));
    }

    @Test
    void aPictureThatClaimsToBeHugeIsRefusedBeforeItIsDecoded() throws IOException {
        var bomb = picture(64, 64, 0xffffffff, "png");
        ByteBuffer.wrap(bomb).putInt(16, 1_000_000).putInt(20, 1_000_000);
        var crc = new CRC32();
        crc.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());
        assertEquals("logo.too-large", refused(bomb));
    }

    @Test
    void whatIsNoPictureIsRefusedWithTheReason() throws IOException {
        assertEquals("logo.format", refused("hello".getBytes(StandardCharsets.UTF_8)));
        assertEquals("logo.format", refused("RIFF0000WEBPVP8 ".getBytes(StandardCharsets.UTF_8)));
        assertEquals("logo.format", refused("GIF89a0000".getBytes(StandardCharsets.UTF_8)));
        assertEquals("logo.too-small", refused(picture(8, 8, 0xff000000, "png")));
        var cut = picture(64, 64, 0xff123456, "png");
        assertEquals("logo.broken", refused(java.util.Arrays.copyOf(cut, 60)));
    }

    @Test
    void aDrawingIsWrittenAnewWithoutWhatItDoesNotNeed() throws IOException {
        var logo = brand.logo(svg("<title>x</title><g onfoo='' data-x='1'></g>".replace(" onfoo=''", "")
                + "<path d='M0 0h10v10z' fill='url(#a)' class='k'/>"));
        brand.change(with(named(0, "展"), logo));
        try (var bytes = brand.image(logo.header().sha256()).orElseThrow().bytes()) {
            var text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains("M0 0h10v10z"), text);
            assertFalse(text.contains("data-x") || text.contains("class") || text.contains("<title>"), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<foreignObject/>",
                "<image href='https://evil.example/x.png'/>",
                "<path onload='alert(1)'/>",
                "<use href='https://evil.example/x.svg#a'/>",
                "<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='data:image/svg+xml,x'/>",
                "<rect fill='url(https://evil.example/)'/>",
                "<rect style='background:url(//evil.example)'/>",
                "<style>@import 'https://evil.example'</style>",
                "<g>&lol;</g>",
                "<animate attributeName='href'/>"
            })
    void aDrawingThatDoesMoreThanShowIsRefused(String inside) {
        assertEquals(
                "logo.svg",
                assertThrows(Problem.class, () -> brand.logo(svg(inside))).code());
    }

    private String refused(byte[] bytes) {
        return assertThrows(Problem.class, () -> brand.logo(new ByteArrayInputStream(bytes)))
                .code();
    }

    private static ByteArrayInputStream svg(String inside) {
        return new ByteArrayInputStream(("<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY lol 'lol'>]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'>" + inside + "</svg>")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Profile with(Profile profile, Logo logo) {
        return new Profile(
                profile.name(),
                profile.tagline(),
                profile.language(),
                profile.zone(),
                profile.contact(),
                profile.seed(),
                Optional.of(logo),
                profile.links(),
                profile.version());
    }

    private static byte[] picture(int width, int height, int colour, String format) throws IOException {
        var image = new BufferedImage(
                width, height, format.equals("png") ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour);
            }
        }
        return encoded(image, format);
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }
}
