package org.pavilion.server.personal;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** Stars: one mechanism for whatever has a reference. */
final class Favourites {
    /** Enough for anybody, and an end for a script. */
    static final int MOST = 2_000;

    private static final int LONGEST_NOTE = 500;

    private final Storage storage;

    Favourites(Storage storage) {
        this.storage = storage;
    }

    List<Favourite> of(Ref account) {
        return storage.read(handle -> handle.createQuery(
                        "select ref, note, at from personal_favourite where account = :account order by at desc, ref")
                .bind("account", account)
                .mapTo(Favourite.class)
                .list());
    }

    List<Ref> starredBy(Handle handle, Ref object) {
        return handle.createQuery("select account from personal_favourite where ref = :ref order by at, account")
                .bind("ref", object)
                .mapTo(Ref.class)
                .list();
    }

    /** Stars them all; those that are starred stay as they are. Returns how many are new. */
    int add(Ref account, List<Ref> refs) {
        return storage.write((handle, journal) -> {
            int added = 0;
            for (var ref : refs) {
                added += handle.execute("""
                        insert into personal_favourite(account, ref, at) values (?, ?, ?)
                        on conflict (account, ref) do nothing""", account, ref, journal.now());
            }
            if (count(handle, account) > MOST) {
                throw new Problem("favourites.full", 409, "You have starred " + MOST + " things; take some stars away");
            }
            return added;
        });
    }

    void note(Ref account, Ref ref, String note) {
        var text = note.strip();
        if (text.length() > LONGEST_NOTE) {
            throw Problem.invalid("/note", "at most " + LONGEST_NOTE + " characters");
        }
        storage.write((handle, journal) -> handle.execute(
                "update personal_favourite set note = ? where account = ? and ref = ?", text, account, ref));
    }

    void remove(Ref account, Ref ref) {
        storage.write((handle, journal) ->
                handle.execute("delete from personal_favourite where account = ? and ref = ?", account, ref));
    }

    Map<String, Object> export(Ref account) {
        var all = of(account);
        return all.isEmpty() ? Map.of() : Map.of("favourites", all);
    }

    private static long count(Handle handle, Ref account) {
        return handle.createQuery("select count(*) from personal_favourite where account = :account")
                .bind("account", account)
                .mapTo(Long.class)
                .one();
    }
}
