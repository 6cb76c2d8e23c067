package org.pavilion.server.realtime;

/**
 * Why this side ends a socket. The codes stand in the range that RFC 6455 leaves to applications, each
 * 3,000 above the registered code of its meaning: with a registered one Jetty ends the line at once, and a
 * client that is still sending would meet a reset before it could read the reason.
 */
final class CloseCode {
    /** The server goes; {@code bye} has said when to come back. */
    static final int CLOSING = 4001;

    static final int NOT_TEXT = 4003;

    /** A text that is not UTF-8. */
    static final int BAD_TEXT = 4007;

    /** The rules of the conversation were broken, or the session has ended; the reason says which. */
    static final int POLICY = 4008;

    static final int TOO_LARGE = 4009;

    /** Come back at once: the rights of the caller are others now. */
    static final int RIGHTS_CHANGED = 4012;

    private CloseCode() {}
}
