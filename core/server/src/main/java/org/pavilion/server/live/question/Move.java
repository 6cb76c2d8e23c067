package org.pavilion.server.live.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pavilion.api.Problem;

/** What moves a question on; the whole table of what may follow what. */
public enum Move {
    APPROVE(QuestionState.VISIBLE, "approved"),
    REJECT(QuestionState.REJECTED, ""),
    MERGE(QuestionState.MERGED, "merged"),
    /** Puts it into the desk's run-list, or elsewhere in it; others see nothing of that. */
    STAR(QuestionState.VISIBLE, ""),
    UNSTAR(QuestionState.VISIBLE, ""),
    STAGE(QuestionState.STAGED, "staged"),
    UNSTAGE(QuestionState.VISIBLE, "unstaged"),
    ANSWER(QuestionState.ANSWERED, "answered"),
    REOPEN(QuestionState.VISIBLE, "reopened"),
    ARCHIVE(QuestionState.ARCHIVED, "archived"),
    RESTORE(QuestionState.VISIBLE, "restored"),
    DELETE(QuestionState.DELETED, "deleted"),
    /** At the end of the session, by the house itself. */
    CARRY(QuestionState.CARRIED, "carried");

    private final QuestionState to;
    private final String told;

    Move(QuestionState to, String told) {
        this.to = to;
        this.told = told;
    }

    QuestionState to() {
        return to;
    }

    /** Whether it can be taken where the question stands. */
    boolean from(QuestionState state) {
        return switch (this) {
            case APPROVE, REJECT -> state == QuestionState.QUEUED;
            case MERGE -> state == QuestionState.QUEUED || state == QuestionState.VISIBLE;
            case STAR, UNSTAR, STAGE, ARCHIVE, CARRY -> state == QuestionState.VISIBLE;
            case UNSTAGE -> state == QuestionState.STAGED;
            case ANSWER -> state == QuestionState.STAGED || state == QuestionState.CARRIED;
            case REOPEN -> state == QuestionState.ANSWERED;
            case RESTORE -> state == QuestionState.ARCHIVED;
            case DELETE -> state != QuestionState.DELETED;
        };
    }

    /** Whether the room is told. */
    boolean seen() {
        return !told.isEmpty();
    }

    String event() {
        return Questions.PREFIX + told;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the name that clients send. */
    public static Move of(String text) {
        return Arrays.stream(values())
                .filter(each -> each != CARRY && each.word().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/act",
                        Arrays.stream(values())
                                        .filter(each -> each != CARRY)
                                        .map(Move::word)
                                        .collect(Collectors.joining(", "))
                                + " is required"));
    }
}
