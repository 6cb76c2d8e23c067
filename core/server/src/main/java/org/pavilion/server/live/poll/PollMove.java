package org.pavilion.server.live.poll;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pavilion.api.Problem;

/** What moves a poll on; the whole table of what may follow what. */
public enum PollMove {
    OPEN("open", "opened"),
    PAUSE("paused", "paused"),
    RESUME("open", "resumed"),
    CLOSE("closed", "closed"),
    /** The round that ran is kept beside the new one. */
    NEW_ROUND("open", "round-started"),
    /** The same round goes on; why is said and kept. */
    REOPEN("open", "reopened"),
    ARCHIVE("archived", "archived"),
    /** Shows it before the others; at most one in a room. */
    FEATURE("", "featured"),
    UNFEATURE("", "unfeatured"),
    /** Nobody has seen a draft. */
    DELETE("deleted", "");

    private final String to;
    private final String told;

    PollMove(String to, String told) {
        this.to = to;
        this.told = told;
    }

    String to() {
        return to;
    }

    /** Whether it can be taken where the poll stands. */
    boolean from(String state) {
        return switch (this) {
            case OPEN, DELETE -> state.equals("draft");
            case PAUSE, CLOSE -> state.equals("open");
            case RESUME -> state.equals("paused");
            case NEW_ROUND -> state.equals("open") || state.equals("closed");
            case REOPEN, ARCHIVE -> state.equals("closed");
            case FEATURE -> !state.equals("draft") && !state.equals("archived");
            case UNFEATURE -> !state.equals("draft");
        };
    }

    boolean seen() {
        return !told.isEmpty();
    }

    String event() {
        return Polls.PREFIX + told;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the name that clients send. */
    public static PollMove of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/act",
                        Arrays.stream(values()).map(PollMove::word).collect(Collectors.joining(", "))
                                + " is required"));
    }
}
