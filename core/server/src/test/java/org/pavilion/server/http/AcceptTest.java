package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "br, gzip            | BROTLI",
                "gzip                | GZIP",
                "gzip, br;q=0        | GZIP",
                "br;q=0              | IDENTITY",
                "br;q=0.5, gzip;q=0.8| GZIP",
                "br;q=1.0, gzip      | BROTLI",
                "identity            | IDENTITY",
                "identity, br;q=0.5  | IDENTITY",
                "*                   | BROTLI",
                "*;q=0               | IDENTITY",
                "*, br;q=0           | GZIP",
                "BR                  | BROTLI",
                "zebra               | IDENTITY",
                "br;q=2              | IDENTITY",
                "br ; q=0.9          | BROTLI",
                "x-gzip              | GZIP",
                "brotli              | IDENTITY"
            })
    void choosesTheEncodingByWeight(String header, Encoding expected) {
        assertEquals(expected, Accept.encoding(Optional.of(header), true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "br, gzip;q=0"})
    void neverSendsAVariantThatDoesNotExist(String header) {
        assertEquals(Encoding.IDENTITY, Accept.encoding(Optional.of(header), false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html,application/xhtml+xml,*/*;q=0.8", "text/html, application/json;q=0.5"})
    void recognisesABrowser(String header) {
        assertTrue(Accept.html(Optional.of(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html;q=0.1, application/json", "text/html;q=0"})
    void recognisesAProgram(String header) {
        assertFalse(Accept.html(Optional.of(header)));
    }
}
