package org.pavilion.server.notify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Journal;
import org.pavilion.api.Notice;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;

/** What each person was told, and what of it they have read. */
final class Inbox {
    private static final String COLUMNS = "select id, kind, about, zh, en, at, read_at from notify_item";

    private final Storage storage;

    Inbox(Storage storage) {
        this.storage = storage;
    }

    private record Row(
            String id,
            String kind,
            Ref about,
            String zh,
            String en,
            Instant at,
            @Nullable Instant readAt) {
        InboxItem item() {
            return new InboxItem(id, kind, new Text(zh, en), about, at, Optional.ofNullable(readAt));
        }
    }

    String put(Handle handle, Journal journal, Ref account, Notice notice) {
        var id = journal.newId();
        handle.execute(
                "insert into notify_item(id, account, kind, about, zh, en, at) values (?, ?, ?, ?, ?, ?, ?)",
                id,
                account,
                notice.kind(),
                notice.about(),
                notice.title().zh(),
                notice.title().en(),
                journal.now());
        journal.append(new Told(account, id, notice.kind()));
        return id;
    }

    /** Newest first; {@code before} is empty or the id of the last item of the page before. */
    List<InboxItem> page(Ref account, String before, int limit) {
        return storage.read(handle -> handle.createQuery(COLUMNS
                        + " where account = :account and (:before = '' or id < :before) order by id desc limit :limit")
                .bind("account", account)
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(Row::item)
                .list());
    }

    /** Oldest first. */
    List<InboxItem> unread(Ref account, int limit) {
        return storage.read(handle -> handle.createQuery(
                        COLUMNS + " where account = :account and read_at is null order by id limit :limit")
                .bind("account", account)
                .bind("limit", limit)
                .mapTo(Row.class)
                .map(Row::item)
                .list());
    }

    /** The last notice of each kind, by kind. */
    List<InboxItem> kinds(Ref account) {
        return storage.read(handle -> handle.createQuery(
                        COLUMNS
                                + " where id in (select max(id) from notify_item where account = :account group by kind) order by kind")
                .bind("account", account)
                .mapTo(Row.class)
                .map(Row::item)
                .list());
    }

    int count(Ref account) {
        return storage.read(handle -> handle.createQuery(
                        "select count(*) from notify_item where account = :account and read_at is null")
                .bind("account", account)
                .mapTo(Integer.class)
                .one());
    }

    /** Whether it was unread before. */
    boolean read(Ref account, String id) {
        return storage.write((handle, journal) -> handle.execute(
                        "update notify_item set read_at = ? where id = ? and account = ? and read_at is null",
                        journal.now(),
                        id,
                        account))
                > 0;
    }

    int readAll(Ref account) {
        return storage.write((handle, journal) -> handle.execute(
                "update notify_item set read_at = ? where account = ? and read_at is null", journal.now(), account));
    }

    Map<String, Object> export(Ref account) {
        var all = page(account, "", Integer.MAX_VALUE);
        return all.isEmpty() ? Map.of() : Map.of("inbox", all);
    }
}
