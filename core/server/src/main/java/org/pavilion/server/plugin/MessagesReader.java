package org.pavilion.server.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;

/** Reads {@code i18n/}: UTF-8, and the same keys in both languages. */
final class MessagesReader {
    private MessagesReader() {}

    static Messages read(Map<String, byte[]> files) {
        var zh = properties(files, "i18n/messages_zh.properties");
        var en = properties(files, "i18n/messages_en.properties");
        sameKeys(zh, en, "i18n/messages_%s.properties");
        var zhIslands = strings(files, "i18n/zh.json");
        var enIslands = strings(files, "i18n/en.json");
        sameKeys(zhIslands, enIslands, "i18n/%s.json");
        return new Messages(zh, en, zhIslands, enIslands);
    }

    private static void sameKeys(Map<String, String> zh, Map<String, String> en, String files) {
        missing(zh, en, files.formatted("en"));
        missing(en, zh, files.formatted("zh"));
    }

    private static void missing(Map<String, String> has, Map<String, String> lacks, String file) {
        var gone = new TreeSet<>(has.keySet());
        gone.removeAll(lacks.keySet());
        if (!gone.isEmpty()) {
            throw refused(
                    file + " lacks " + String.join(", ", gone.stream().limit(10).toList()));
        }
    }

    private static Map<String, String> properties(Map<String, byte[]> files, String name) {
        var bytes = files.get(name);
        var read = new TreeMap<String, String>();
        if (bytes == null) {
            return read;
        }
        var properties = new Properties();
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var in = new InputStreamReader(new ByteArrayInputStream(bytes), strict)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw refused(name + " is not a properties file in UTF-8").causedBy(e);
        }
        properties.forEach((key, value) -> read.put(String.valueOf(key), String.valueOf(value)));
        return read;
    }

    private static Map<String, String> strings(Map<String, byte[]> files, String name) {
        var read = new TreeMap<String, String>();
        var bytes = files.get(name);
        if (bytes != null) {
            try {
                new Json().object(new String(bytes, StandardCharsets.UTF_8)).forEach((key, value) -> {
                    if (!(value instanceof String text)) {
                        throw Problem.invalid("/" + key, "a string is required");
                    }
                    read.put(key, text);
                });
            } catch (Problem e) {
                throw refused(name + " " + e.detail());
            }
        }
        return read;
    }

    private static Problem refused(String why) {
        return new Problem("plugin.messages", 422, why);
    }
}
