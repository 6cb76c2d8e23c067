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
    /** Questions of one person in one room. */
    ASK,
    /** Votes and ballots of one person in one room. */
    VOTE,
    /** Failed attempts to sign in, by account and network; with a set-up link, by network. */
    SIGN_IN,
    /** The same by network, whichever accounts are tried. */
    SIGN_IN_NETWORK,
    /** The same by account, wherever they come from. */
    SIGN_IN_ACCOUNT,
    /** New accounts, by network. */
    REGISTER,
    /** One-time links that somebody asks for, by network; also by the address they go to. */
    LETTER,
    /** Codes of screens that one moderator tries in one room. */
    PAIRING,
    /** People who come into a hall by its code, by network. */
    ENTRY,
    /** New sockets, by account or network. */
    SOCKET
}
