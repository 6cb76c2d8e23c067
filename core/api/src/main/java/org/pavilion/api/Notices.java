package org.pavilion.api;

import org.jdbi.v3.core.Handle;

/**
 * The inboxes of the people who have an account.
 *
 * <pre>{@code
 * context.notices().send(handle, journal, owner,
 *         new Notice("trading.interest", new Text("有人对您的技术感兴趣", "Somebody is interested"), offer));
 * }</pre>
 */
@Preview
public interface Notices {

    /**
     * Puts the notice into the person's inbox with the caller's own write. Whoever has no account is
     * passed over, so the reference may be anybody's.
     */
    void send(Handle handle, Journal journal, Ref person, Notice notice);

    /** The same for everybody who starred the object. */
    @Preview
    void sendToStarred(Handle handle, Journal journal, Ref object, Notice notice);

    /** The same in a write of its own. */
    void send(Ref person, Notice notice);
}
