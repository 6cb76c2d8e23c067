package org.pavilion.server.http.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Calendar;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.OpenSession;
import org.pavilion.server.notify.InboxItem;
import org.pavilion.server.notify.KindChoice;
import org.pavilion.server.notify.Wish;
import org.pavilion.server.personal.Consent;

/** What the pages of one's own area show. */
public final class Me {
    private Me() {}

    /** The first look: what is new, what comes next. */
    public record Overview(Account account, int unread, int favourites, List<Slot> next) {}

    /** One entry of the agenda and what runs at the same time. */
    public record Slot(Calendar.Entry entry, List<Text> clashes) {}

    /**
     * Everything starred that has hours.
     *
     * @param feed address of the calendar feed, when there is one
     */
    public record Agenda(List<Slot> slots, Optional<String> feed, Optional<Desk.Notice> notice) {}

    /**
     * Something starred.
     *
     * @param title as search knows it; the reference where it does not
     */
    public record Star(Ref ref, Text title, String path, String note, Instant at) {}

    /** Everything that is starred. */
    public record Favourites(List<Star> stars, Optional<Desk.Notice> notice) {}

    /** One page of the inbox; {@code more} is the address of the next. */
    public record Inbox(
            List<InboxItem> items,
            int unread,
            Optional<String> more,
            Wish wish,
            List<KindChoice> kinds,
            boolean mails,
            Optional<Desk.Notice> notice) {}

    /** Profile or card as it was typed. */
    public record Form(Typed typed, Optional<Desk.Notice> notice) {}

    /** What was agreed to. */
    public record Consents(List<Consent> all, Instant now, Optional<Desk.Notice> notice) {}

    /**
     * The account: where it is signed in, taking everything along, leaving.
     *
     * @param password whether it has one; else it signs in through a provider alone
     * @param provider another provider that signs in here
     */
    public record Settings(
            Account account,
            List<OpenSession> sessions,
            boolean password,
            Optional<String> provider,
            Typed typed,
            Optional<Desk.Notice> notice) {}

    /** The link at the end of a mail. */
    public record Unsubscribe(String secret, boolean done) {}
}
