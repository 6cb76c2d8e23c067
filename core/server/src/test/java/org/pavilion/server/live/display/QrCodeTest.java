package org.pavilion.server.live.display;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a phone reads off the wall is the address that was meant. */
final class QrCodeTest {
    /** The worked example of the standard's tutorials: HELLO WORLD, version 1, level M. */
    @Test
    void itsErrorCorrectionIsThatOfTheKnownExample() {
        int[] data = {32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17};
        int[] check = {196, 35, 39, 119, 235, 215, 231, 226, 93, 23};
        assertArrayEquals(bytes(check), QrWords.check(bytes(data), check.length));
    }

    @Test
    void everyLengthThatFitsIsReadBack() {
        for (int length = 1; length <= 213; length++) {
            var text = "https://expo.example/in/".repeat(9).substring(0, length);
            assertEquals(text, QrReader.read(QrCode.of(text)), "length " + length);
        }
    }

    @Test
    void chineseIsReadBackAndWhatIsTooLongIsRefused() {
        assertEquals("展会/提问", QrReader.read(QrCode.of("展会/提问")));
        var tooLong = "x".repeat(214);
        assertThrows(IllegalArgumentException.class, () -> QrCode.of(tooLong));
    }

    @Test
    void itIsAsSmallAsItCanBe() {
        assertEquals(21, QrCode.of("x".repeat(14)).size());
        assertEquals(25, QrCode.of("x".repeat(15)).size());
        assertEquals(57, QrCode.of("x".repeat(213)).size());
    }

    @Test
    void itsFindersStandInThreeCornersAndTheDrawingIsBlackOnWhiteWithAMargin() {
        var code = QrCode.of("https://expo.example/in/K7M2PX");
        int last = code.size() - 1;
        for (int i = 0; i < 7; i++) {
            assertTrue(code.dark(i, 0) && code.dark(last - i, 0) && code.dark(i, last));
        }
        var svg = code.svg();
        assertTrue(svg.contains("viewBox=\"0 0 " + (code.size() + 8) + " "));
        assertTrue(svg.contains("M4 4h7v1h-7z"), "the first run is the top of the first finder");
        assertEquals(svg.length(), svg.getBytes(StandardCharsets.UTF_8).length);
    }

    private static byte[] bytes(int[] values) {
        var bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
