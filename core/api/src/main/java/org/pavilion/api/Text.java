package org.pavilion.api;

/**
 * Text a person reads, in both languages. A missing language is the empty string and falls back to
 * the other one; both empty is refused.
 */
@Stable
public record Text(String zh, String en) {
    public Text {
        if (zh.isBlank() && en.isBlank()) {
            throw Problem.invalid("", "text is empty in both languages");
        }
    }

    /** The same words in both languages, for names that need no translation. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    /** The text in the language, or in the other one when it is missing. */
    public String in(Language language) {
        var wanted = language == Language.ZH ? zh : en;
        return wanted.isBlank() ? (language == Language.ZH ? en : zh) : wanted;
    }

    /** Whether the text exists in this language itself, without fallback. */
    public boolean has(Language language) {
        return !(language == Language.ZH ? zh : en).isBlank();
    }
}
