package org.pavilion.server.live.question;

import java.util.Locale;

/** Where a question stands. */
enum QuestionState {
    QUEUED,
    REJECTED,
    VISIBLE,
    STAGED,
    ANSWERED,
    MERGED,
    ARCHIVED,
    /** Unanswered when the session ended; the speaker or the booth has it. */
    CARRIED,
    DELETED;

    /** SQL list of the states in which everybody sees a question. */
    static final String SHOWN = "('visible', 'staged', 'answered', 'carried')";

    /** SQL list of the states in which people vote for it. */
    static final String VOTABLE = "('visible', 'staged')";

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static QuestionState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean shown() {
        return this == VISIBLE || this == STAGED || this == ANSWERED || this == CARRIED;
    }

    boolean votable() {
        return this == VISIBLE || this == STAGED;
    }
}
