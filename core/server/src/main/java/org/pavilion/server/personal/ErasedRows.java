package org.pavilion.server.personal;

import java.time.Instant;
import java.util.List;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** Who left, and which holders have done their part: references alone, which stay. */
final class ErasedRows {
    private final Storage storage;

    ErasedRows(Storage storage) {
        this.storage = storage;
    }

    /** Begins. */
    void note(Ref account) {
        storage.write((handle, journal) -> handle.execute(
                "insert into personal_erased(account, at) values (?, ?) on conflict (account) do nothing",
                account,
                journal.now()));
    }

    /** Everybody who was there has done their part. */
    void finish(Ref account) {
        storage.write((handle, journal) ->
                handle.execute("update personal_erased set done_at = ? where account = ?", journal.now(), account));
    }

    boolean done(Ref account) {
        return storage.read(handle -> handle.createQuery(
                        "select done_at from personal_erased where account = :account and done_at is not null")
                .bind("account", account)
                .mapTo(Instant.class)
                .findOne()
                .isPresent());
    }

    /** One holder has done its part. */
    void done(Ref account, String holder) {
        storage.write((handle, journal) -> handle.execute("""
                insert into personal_erased_by(account, holder, at) values (?, ?, ?)
                on conflict (account, holder) do nothing""", account, holder, journal.now()));
    }

    /** Who left without this holder having done its part. */
    List<Ref> missed(String holder) {
        return storage.read(handle ->
                handle.createQuery("""
                        select account from personal_erased e where not exists
                            (select 1 from personal_erased_by b where b.account = e.account and b.holder = :holder)
                        order by at""").bind("holder", holder).mapTo(Ref.class).list());
    }
}
