package org.pavilion.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Language;
import org.pavilion.api.Text;
import org.pavilion.server.brand.Profile;
import org.pavilion.server.http.Raw11.Answer;

/** The language in which the front door greets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GreetingTest {
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

    private final HttpHouse house;

    GreetingTest(@TempDir Path data) {
        house = new HttpHouse(data);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void anExpoThatSpeaksEnglishFirstGreetsSoWhoeverSaysNothing() throws IOException {
        assertEquals(200, get("/").status(), "as it comes the house speaks Chinese");
        speaks(Language.EN);
        for (var says : List.of("X-Nothing: 1", "Accept-Language: fr-FR,fr;q=0.9", "Accept-Language: *")) {
            var answer = get("/", says);
            assertEquals(303, answer.status(), says);
            assertEquals("/en/", answer.header("Location"));
        }
        assertEquals("/en/?edition=ed-demo-days", get("/?edition=ed-demo-days").header("Location"));
        assertEquals(200, get("/", "Accept-Language: zh-CN,zh;q=0.9,en;q=0.8").status());
        assertEquals(200, get("/", "Accept-Language: de, zh").status());
        assertEquals(200, get("/", "Sec-Fetch-Site: same-origin").status(), "who switched stays in Chinese");
        assertEquals(200, get("/en/").status());
        speaks(Language.ZH);
        assertEquals(200, get("/").status());
    }

    private void speaks(Language language) {
        house.brand()
                .change(new Profile(
                        new Text("湖博会", "Lake Expo"),
                        Optional.empty(),
                        language,
                        "Europe/Zurich",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        house.brand().profile().version()));
    }

    private Answer get(String path, String... headers) throws IOException {
        var all = new ArrayList<>(List.of(headers));
        all.add(BROWSER);
        return Raw11.get(house.port(), path, all.toArray(String[]::new));
    }
}
