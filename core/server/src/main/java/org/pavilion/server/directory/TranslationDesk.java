package org.pavilion.server.directory;

import java.util.List;
import org.pavilion.api.Language;

/** What the directory lacks in one language: how far each kind has got, and the texts to write next. */
public record TranslationDesk(Language language, List<Progress> progress, List<Missing> missing) {

    /**
     * How far one kind has got.
     *
     * @param done texts of the kind that exist in the language
     */
    public record Progress(String kind, int all, int done) {
        public int percent() {
            return all == 0 ? 100 : (int) (100L * done / all);
        }
    }

    /**
     * A text to be translated.
     *
     * @param field name, summary, theme or role
     * @param other what it says in the other language
     */
    public record Missing(String kind, String id, String field, String other) {}
}
