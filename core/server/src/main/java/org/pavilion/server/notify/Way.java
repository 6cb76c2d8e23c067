package org.pavilion.server.notify;

/** How somebody hears of a kind of notice. */
public enum Way {
    /** In the inbox, and in the daily digest of those who want one; of those who never chose. */
    DIGEST,
    /** In the inbox alone. */
    INBOX,
    /** In the inbox, and by mail at once. */
    MAIL,
    /** Not at all. */
    NONE
}
