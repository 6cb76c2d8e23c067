package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.server.http.Raw11.Answer;

/** What an organiser set for the house, as visitors meet it. */
final class SettingsDoorTest {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String OWN = "Sec-Fetch-Site: same-origin";
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String WISH = "email=new@example.org&name=Neu&terms=true&password=Kranich+am+See";

    @Test
    void whenSignUpIsClosedNobodySignsUpAndThePagesSaySo(@TempDir Path data) throws IOException {
        try (var house = new HttpHouse(data)) {
            assertTrue(get(house, "/en/sign-in").text().contains("/en/sign-up"));
            house.settings().configure(Map.of("signUp", false), 0);
            assertFalse(get(house, "/en/sign-in").text().contains("/en/sign-up\""));
            var page = get(house, "/en/sign-up").text();
            assertTrue(page.contains("No new accounts"), page);
            assertFalse(page.contains("name=\"password\""), page);
            assertEquals(403, wish(house).status());

            house.settings().configure(Map.of("signUp", true), 1);
            assertEquals(303, wish(house).status());
        }
    }

    private static Answer wish(HttpHouse house) throws IOException {
        return Raw11.send(house.port(), "POST", "/en/sign-up", WISH, FORM, OWN, BROWSER);
    }

    private static Answer get(HttpHouse house, String path) throws IOException {
        return Raw11.get(house.port(), path, BROWSER);
    }
}
