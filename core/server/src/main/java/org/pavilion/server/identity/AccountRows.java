package org.pavilion.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;

/** Accounts in the store. */
final class AccountRows {
    private static final String COLUMNS = "id, email, name, language, state, confirmed, secret, person, since";

    private AccountRows() {}

    /** An account with what only this feature may see of it. */
    record Kept(Account account, Optional<String> secret) {}

    static boolean insert(Handle handle, Account account, @Nullable String secret) {
        return handle.execute(
                        """
                        insert into identity_account (id, email, email_key, name, language, state, confirmed, secret, since)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (email_key) do nothing""",
                        account.ref().id(),
                        account.email(),
                        Emails.key(account.email()),
                        account.name(),
                        account.language().tag(),
                        account.state().name(),
                        account.confirmed() ? 1 : 0,
                        secret,
                        account.since().toEpochMilli())
                == 1;
    }

    static Optional<Kept> find(Handle handle, Ref ref) {
        return handle.createQuery("select " + COLUMNS + " from identity_account where id = :id")
                .bind("id", ref.id())
                .map((rs, context) -> read(rs))
                .findOne()
                .filter(kept -> ref.type().equals(Account.TYPE));
    }

    static Optional<Kept> byEmail(Handle handle, String email) {
        return handle.createQuery("select " + COLUMNS + " from identity_account where email_key = :key")
                .bind("key", Emails.key(email))
                .map((rs, context) -> read(rs))
                .findOne();
    }

    /** The newest first; ids grow with time. */
    static List<Account> page(Handle handle, String query, int limit, String after) {
        var like = "%" + query.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return handle.createQuery("select " + COLUMNS + """
                         from identity_account
                        where state <> 'ERASED' and (:after = '' or id < :after)
                          and (email_key like :like escape '!' or lower(name) like :like escape '!')
                        order by id desc limit :limit""")
                .bind("after", after)
                .bind("like", like)
                .bind("limit", limit)
                .map((rs, context) -> read(rs).account())
                .list();
    }

    /** Everybody who is not erased, the newest first. */
    static List<Account> all(Handle handle) {
        return handle.createQuery(
                        "select " + COLUMNS + " from identity_account where state <> 'ERASED' order by id desc")
                .map((rs, context) -> read(rs).account())
                .list();
    }

    static void secret(Handle handle, Ref ref, String secret) {
        handle.execute("update identity_account set secret = ? where id = ?", secret, ref.id());
    }

    /** The person has shown to read letters to the address. */
    static void confirm(Handle handle, Ref ref) {
        handle.execute(
                "update identity_account set confirmed = 1, state = case when state = 'INVITED' then 'ACTIVE' else state end where id = ?",
                ref.id());
    }

    /** Nobody knows any more whose password this was. */
    static void forgetSecret(Handle handle, Ref ref) {
        handle.execute("update identity_account set secret = null where id = ?", ref.id());
    }

    static boolean state(Handle handle, Ref ref, Account.State from, Account.State to) {
        return handle.execute(
                        "update identity_account set state = ? where id = ? and state = ?",
                        to.name(),
                        ref.id(),
                        from.name())
                == 1;
    }

    static void describe(Handle handle, Ref ref, String name, Language language) {
        handle.execute(
                "update identity_account set name = ?, language = ? where id = ? and state <> 'ERASED'",
                name,
                language.tag(),
                ref.id());
    }

    static void link(Handle handle, Ref ref, @Nullable Ref person) {
        handle.execute(
                "update identity_account set person = ? where id = ?",
                person == null ? null : person.toString(),
                ref.id());
    }

    /** Leaves the reference and the moment it was made. */
    static boolean erase(Handle handle, Ref ref) {
        return handle.execute("""
                        update identity_account set email = '', email_key = ?, name = '', state = 'ERASED', confirmed = 0,
                        secret = null, person = null where id = ? and state <> 'ERASED'""", "erased " + ref.id(), ref.id()) == 1;
    }

    private static Kept read(ResultSet row) throws SQLException {
        var account = new Account(
                new Ref(Account.TYPE, row.getString("id")),
                row.getString("email"),
                row.getString("name"),
                row.getString("language").equals(Language.EN.tag()) ? Language.EN : Language.ZH,
                Account.State.valueOf(row.getString("state")),
                row.getInt("confirmed") == 1,
                Instant.ofEpochMilli(row.getLong("since")),
                Optional.ofNullable(row.getString("person")).map(Ref::of));
        return new Kept(account, Optional.ofNullable(row.getString("secret")));
    }
}
