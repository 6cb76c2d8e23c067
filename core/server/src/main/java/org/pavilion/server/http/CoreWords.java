package org.pavilion.server.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.pavilion.api.Language;

/** The house's own messages: {@code i18n/messages_{zh,en}.properties} beside the core's classes. */
final class CoreWords implements PageView.Words {
    private final Map<Language, Properties> words = new EnumMap<>(Language.class);

    CoreWords() {
        for (var language : Language.values()) {
            words.put(language, load("/org/pavilion/server/http/messages_" + language.tag() + ".properties"));
        }
    }

    @Override
    public String text(Language language, String key, Object... args) {
        var properties = words.get(language);
        var text = properties == null ? key : properties.getProperty(key, key);
        for (int i = 0; i < args.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(args[i]));
        }
        return text;
    }

    private static Properties load(String resource) {
        var properties = new Properties();
        try (var in = CoreWords.class.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
