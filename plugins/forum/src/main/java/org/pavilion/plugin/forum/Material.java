package org.pavilion.plugin.forum;

import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * A paper of a session: what was released, issued or signed there.
 *
 * @param kind what it is, e.g. "Policy"
 * @param path its page without language prefix
 * @param text what a reader finds there
 */
public record Material(Ref ref, Text kind, Text name, String path, Text text) {

    /** How long it is: characters of Chinese, words of English; 0 where it is not written in the language. */
    public int length(Language language) {
        if (!text.has(language)) {
            return 0;
        }
        var words = text.in(language).strip();
        return language == Language.ZH
                ? (int) words.codePoints()
                        .filter(each -> !Character.isWhitespace(each))
                        .count()
                : words.split("\\s+").length;
    }
}
