package org.pavilion.server.http.page;

import java.util.Optional;
import org.pavilion.server.notify.MailPage;

/**
 * The mail as the organiser sees it.
 *
 * @param works whether a mail server is configured
 * @param state which mail is shown; empty for all
 * @param text what was looked for
 * @param next address of the next page
 */
public record MailDesk(
        MailPage page, boolean works, String state, String text, Optional<String> next, Optional<Desk.Notice> notice) {}
