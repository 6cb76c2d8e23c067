package org.pavilion.server.live.room;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/**
 * What people call themselves: guests one name for each browser, no two names that read the same;
 * whoever has an account speaks under its name.
 */
public final class Nicknames {
    private static final int NUMBERS = 9_000;

    private final Storage storage;
    private final AccountNames accounts;

    public Nicknames(Storage storage, AccountNames accounts) {
        this.storage = storage;
        this.accounts = accounts;
    }

    /** The name of an account, read within a transaction. */
    public interface AccountNames {
        Optional<String> of(Handle handle, Ref account);
    }

    /** Takes the name for good; {@code nickname.taken} when somebody else has it. */
    public String take(Caller caller, String raw) {
        if (caller.kind() == Caller.Kind.PERSON) {
            throw new Problem("nickname.account", 409, "You speak under the name of your account").at("/name");
        }
        var name = Wording.nickname(raw);
        storage.write((handle, journal) -> {
            var holder = handle.createQuery("select ref from live_guest where name_key = :key")
                    .bind("key", Wording.key(name))
                    .mapTo(Ref.class)
                    .findOne();
            if (holder.isPresent() && !holder.get().equals(caller.ref())) {
                throw new Problem("nickname.taken", 409, "Somebody here has this name already").at("/name");
            }
            return handle.execute("""
                    insert into live_guest(ref, name, name_key, at) values (?, ?, ?, ?)
                    on conflict (ref) do update set name = excluded.name, name_key = excluded.name_key, at = excluded.at""", caller.ref().toString(), name, Wording.key(name), journal.now());
        });
        return name;
    }

    /** The chosen name, else one that says what the caller is. */
    public String of(Handle handle, Caller caller, boolean host, Language language) {
        var own = caller.kind() == Caller.Kind.PERSON
                ? accounts.of(handle, caller.ref()).filter(name -> host || !Wording.reserved(name))
                : chosen(handle, caller.ref());
        return own.orElseGet(() -> {
            if (host) {
                return language == Language.ZH ? "主办方" : "Host team";
            }
            int number = 1_000 + Math.floorMod(caller.ref().id().hashCode(), NUMBERS);
            return (language == Language.ZH ? "访客 " : "Guest ") + number;
        });
    }

    /** The name somebody chose, if they did. */
    public Optional<String> chosen(Ref who) {
        return storage.read(handle -> chosen(handle, who));
    }

    private static Optional<String> chosen(Handle handle, Ref who) {
        return handle.createQuery("select name from live_guest where ref = :ref")
                .bind("ref", who)
                .mapTo(String.class)
                .findOne();
    }
}
