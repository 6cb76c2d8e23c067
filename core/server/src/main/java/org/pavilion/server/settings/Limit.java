package org.pavilion.server.settings;

/** What a rate limit guards; each has one row in {@link RateTable}. */
public enum Limit {
    /** Any request of somebody without an account, by network (/24 or /64). */
    ANONYMOUS,
    /** Any request of somebody signed in, by account. */
    SIGNED_IN,
    SEARCH,
    SUGGEST,
    UPLOAD,
    EXPORT,
    /** Messages of one person in one room. */
    CHAT,
    /** Reactions of one person in one room, each up to ten at once. */
    REACTION,
    /** Failed attempts to sign in, by network. */
    SIGN_IN,
    /** New sockets, by account or network. */
    SOCKET
}
