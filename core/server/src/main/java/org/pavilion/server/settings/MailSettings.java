package org.pavilion.server.settings;

/**
 * The mail server that takes what the house writes.
 *
 * @param user empty when the server asks for no password
 * @param from sender, e.g. {@code Expo <no-reply@expo.example.org>}
 */
public record MailSettings(String host, int port, String user, String secret, String from, Tls tls) {
    /** How the connection is kept private. */
    public enum Tls {
        /** Plain, then upgraded; without it nothing is sent. */
        STARTTLS,
        /** From the first byte, as on port 465. */
        IMPLICIT,
        /** Not at all: only for a server on the same machine. */
        NONE
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", secret=***]";
    }
}
