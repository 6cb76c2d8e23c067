package org.pavilion.server.live.chat;

/** Why a message waits. */
final class Holds {
    static final String DELAY = "delay";
    static final String WORDS = "words";
    static final String SPAM = "spam";
    static final String LINK = "link";
    static final String NEW = "new";
    static final String FIRST = "first";
    static final String REPORTS = "reports";
    static final String SANCTION = "sanction";

    private Holds() {}
}
