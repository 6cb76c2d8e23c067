package org.pavilion.server.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Journal;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.api.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail that is on its way: kept until the mail server has it, tried again with longer pauses, then dead. */
final class Post {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final String TASK = "mail";
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int LISTED = 200;
    private static final Duration SENT_KEPT = Duration.ofDays(30);

    private final Storage storage;
    private final Tasks tasks;
    private final InstantSource clock;
    private final @Nullable Carrier carrier;

    /** @param carrier null when no mail server is configured */
    Post(Storage storage, Tasks tasks, InstantSource clock, @Nullable Carrier carrier) {
        this.storage = storage;
        this.tasks = tasks;
        this.clock = clock;
        this.carrier = carrier;
        tasks.on(TASK, this::carry);
    }

    private record Row(
            @Nullable Ref account,
            String recipient,
            String kind,
            String subject,
            String plain,
            String html,
            String unsubscribe,
            int attempts,
            @Nullable Instant untilAt) {
        Mail mail() {
            return new Mail(Optional.ofNullable(account), recipient, kind, subject, plain, html, unsubscribe);
        }
    }

    boolean works() {
        return carrier != null;
    }

    /** Takes the mail over with the caller's own write; after {@code until}, unless null, it is of no use. */
    void put(Handle handle, Journal journal, Mail mail, @Nullable Instant until) {
        var id = journal.newId();
        handle.execute(
                """
                insert into notify_mail(id, account, recipient, kind, subject, plain, html, unsubscribe, state, at, changed_at, until_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?)""",
                id,
                mail.account().map(Ref::toString).orElse(null),
                mail.recipient(),
                mail.kind(),
                mail.subject(),
                mail.plain(),
                mail.html(),
                mail.unsubscribe(),
                journal.now(),
                journal.now(),
                until == null ? null : Long.valueOf(until.toEpochMilli()));
        tasks.at(handle, TASK, journal.now(), id);
    }

    /** Those that wait or failed, then the last that were sent. */
    List<MailRow> all() {
        return storage.read(handle -> handle.createQuery("""
                        select id, kind, recipient, state, attempts, error, changed_at from notify_mail
                        order by case state when 'dead' then 0 when 'queued' then 1 else 2 end, changed_at desc
                        limit :limit""")
                .bind("limit", LISTED)
                .mapTo(MailRow.class)
                .list());
    }

    int dead() {
        return storage.read(handle -> handle.createQuery("select count(*) from notify_mail where state = 'dead'")
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Those in a state, or all.
     *
     * @param text part of the recipient or of the kind
     * @param before empty, or the id of the last of the page before
     */
    MailPage page(String state, String text, String before, int limit) {
        return storage.read(handle -> {
            var found = handle.createQuery("""
                            select id, kind, recipient, state, attempts, error, changed_at from notify_mail
                            where (:state = '' or state = :state) and (:before = '' or id < :before)
                              and (:text = '' or lower(recipient) like :like escape '!' or lower(kind) like :like escape '!')
                            order by id desc limit :limit""")
                    .bind("state", state)
                    .bind("before", before)
                    .bind("text", text)
                    .bind("like", "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%")
                    .bind("limit", limit + 1)
                    .mapTo(MailRow.class)
                    .list();
            var counts = new HashMap<String, Integer>();
            handle.createQuery("select state, count(*) from notify_mail group by state")
                    .map((row, context) -> counts.put(row.getString(1), row.getInt(2)))
                    .list();
            var rows = found.subList(0, Math.min(limit, found.size()));
            var next = found.size() > limit ? Optional.of(rows.getLast().id()) : Optional.<String>empty();
            return new MailPage(List.copyOf(rows), next, counts);
        });
    }

    /** Tries dead mails anew; returns how many there were among them. */
    int again(Collection<String> ids) {
        return storage.write((handle, journal) -> {
            int count = 0;
            for (var id : ids) {
                int changed = handle.execute(
                        "update notify_mail set state = 'queued', attempts = 0, changed_at = ? where id = ? and state = 'dead'",
                        journal.now(),
                        id);
                if (changed > 0) {
                    tasks.at(handle, TASK, journal.now(), id);
                }
                count += changed;
            }
            if (count > 0) {
                journal.append(new MailActs.Retried(MailActs.DESK, count));
            }
            return count;
        });
    }

    /** Throws mails away that were not sent, and their words with them; returns how many. */
    int drop(Collection<String> ids) {
        return storage.write((handle, journal) -> {
            int count = 0;
            for (var id : ids) {
                count += handle.execute("delete from notify_mail where id = ? and state <> 'sent'", id);
            }
            if (count > 0) {
                journal.append(new MailActs.Dropped(MailActs.DESK, count));
            }
            return count;
        });
    }

    /** Ids of all that were given up. */
    List<String> given() {
        return storage.read(handle -> handle.createQuery("select id from notify_mail where state = 'dead' order by id")
                .mapTo(String.class)
                .list());
    }

    /** Forgets what was sent long ago. */
    void forget() {
        storage.write((handle, journal) -> handle.execute(
                "delete from notify_mail where state = 'sent' and changed_at < ?",
                journal.now().minus(SENT_KEPT)));
    }

    Map<String, Object> export(Ref account) {
        var all = storage.read(handle -> handle.createQuery(
                        "select kind, state, at from notify_mail where account = :account order by at")
                .bind("account", account)
                .map((row, context) -> Map.of(
                        "kind", row.getString(1),
                        "state", row.getString(2),
                        "at", Instant.ofEpochMilli(row.getLong(3)).toString()))
                .list());
        return all.isEmpty() ? Map.of() : Map.of("mail", all);
    }

    /** One attempt. A failure is settled here, so that no log ever quotes a mail. */
    private void carry(String id) {
        var row = storage.read(handle ->
                handle.createQuery("""
                        select account, recipient, kind, subject, plain, html, unsubscribe, attempts, until_at
                        from notify_mail where id = :id and state = 'queued'""").bind("id", id).mapTo(Row.class).findOne());
        if (row.isEmpty()) {
            return; // erased or dropped while it waited
        }
        var now = clock.instant();
        var until = row.get().untilAt();
        if (until != null && now.isAfter(until)) {
            settle(id, "dead", row.get().attempts(), "its link ended before it could be sent");
            return;
        }
        var way = carrier;
        if (way == null) {
            settle(id, "dead", row.get().attempts(), "no mail server is configured");
            return;
        }
        try {
            way.carry(id, row.get().mail());
            sent(id);
        } catch (Carrier.Undelivered e) {
            failed(id, row.get(), e);
        }
    }

    private void sent(String id) {
        storage.write((handle, journal) -> handle.execute("""
                update notify_mail set state = 'sent', recipient = '', subject = '', plain = '', html = '', unsubscribe = '',
                       error = '', attempts = attempts + 1, changed_at = ? where id = ?""", journal.now(), id));
    }

    private void failed(String id, Row row, Carrier.Undelivered failure) {
        int attempts = row.attempts() + 1;
        var said = String.valueOf(failure.getMessage());
        if (failure.lasting() || attempts >= ATTEMPTS) {
            LOG.warn("a mail ({}) is given up after {} attempts: {}", row.kind(), attempts, said);
            settle(id, "dead", attempts, said);
            return;
        }
        LOG.info("a mail ({}) will be tried again: {}", row.kind(), said);
        storage.write((handle, journal) -> {
            var next = journal.now().plus(FIRST_PAUSE.multipliedBy(1L << (attempts - 1)));
            tasks.at(handle, TASK, next, id);
            return settle(handle, journal, id, "queued", attempts, said);
        });
    }

    private void settle(String id, String state, int attempts, String said) {
        storage.write((handle, journal) -> settle(handle, journal, id, state, attempts, said));
    }

    private static int settle(Handle handle, Journal journal, String id, String state, int attempts, String said) {
        return handle.execute(
                "update notify_mail set state = ?, attempts = ?, error = ?, changed_at = ? where id = ?",
                state,
                attempts,
                said,
                journal.now(),
                id);
    }
}
