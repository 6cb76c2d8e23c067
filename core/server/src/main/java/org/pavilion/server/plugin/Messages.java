package org.pavilion.server.plugin;

import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Language;

/** A plugin's words in both languages: for Java and templates, and for its islands. */
public final class Messages {
    /** No words at all. */
    public static final Messages NONE = new Messages(Map.of(), Map.of(), Map.of(), Map.of());

    private final Map<String, String> zh;
    private final Map<String, String> en;
    private final Map<String, String> zhIslands;
    private final Map<String, String> enIslands;

    Messages(
            Map<String, String> zh,
            Map<String, String> en,
            Map<String, String> zhIslands,
            Map<String, String> enIslands) {
        this.zh = Map.copyOf(zh);
        this.en = Map.copyOf(en);
        this.zhIslands = Map.copyOf(zhIslands);
        this.enIslands = Map.copyOf(enIslands);
    }

    /** The message as written, with its {@code {0}} marks. */
    public Optional<String> find(Language language, String key) {
        return Optional.ofNullable((language == Language.ZH ? zh : en).get(key));
    }

    /** The message with {@code {0}}, {@code {1}} … replaced; the key itself when there is none. */
    public String text(Language language, String key, Object... args) {
        var text = find(language, key).orElse(key);
        for (int i = 0; i < args.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(args[i]));
        }
        return text;
    }

    /** What the plugin's islands need: {@code i18n/{zh,en}.json}. */
    public Map<String, String> islands(Language language) {
        return language == Language.ZH ? zhIslands : enIslands;
    }
}
