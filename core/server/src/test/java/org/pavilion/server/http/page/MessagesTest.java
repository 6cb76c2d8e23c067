package org.pavilion.server.http.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern USED = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z-]+)+)(\\.?)\"");
    private static final Pattern CALLED = Pattern.compile("view\\.t\\(\"([^\"]+)\"\\s*([,)+])");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertEquals(messages("zh").stringPropertyNames(), messages("en").stringPropertyNames());
    }

    @Test
    void everyMessageThatATemplateAsksForExists() throws IOException {
        var known = messages("zh").stringPropertyNames();
        var missing = new TreeSet<String>();
        for (var text : sources()) {
            var calls = CALLED.matcher(text);
            while (calls.find()) {
                boolean prefix = calls.group(2).equals("+");
                var key = calls.group(1);
                if (prefix ? known.stream().noneMatch(each -> each.startsWith(key)) : !known.contains(key)) {
                    missing.add(key);
                }
            }
        }
        assertTrue(missing.isEmpty(), missing::toString);
    }

    @Test
    void everyMessageIsUsed() throws IOException {
        var whole = new TreeSet<String>();
        var prefixes = new TreeSet<String>();
        for (var text : sources()) {
            var keys = USED.matcher(text);
            while (keys.find()) {
                (keys.group(2).isEmpty() ? whole : prefixes).add(keys.group(1) + keys.group(2));
            }
            Pattern.compile("\"([a-z]+\\.)\" \\+").matcher(text).results().forEach(each -> prefixes.add(each.group(1)));
        }
        var unused = new TreeSet<>(messages("zh").stringPropertyNames());
        unused.removeIf(key -> whole.contains(key) || prefixes.stream().anyMatch(key::startsWith));
        // Built from a status: "error." + kind + ".title".
        unused.removeIf(key -> key.startsWith("error."));
        assertTrue(unused.isEmpty(), unused::toString);
    }

    private static Properties messages(String language) throws IOException {
        var properties = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream(
                "/org/pavilion/server/http/messages_" + language + ".properties")) {
            assertTrue(in != null, "messages of " + language);
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"));
                Stream<Path> handlers = Files.walk(Path.of("src/main/java/org/pavilion/server/http"))) {
            return Stream.concat(templates, handlers)
                    .filter(Files::isRegularFile)
                    .map(MessagesTest::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
