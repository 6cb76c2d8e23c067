package org.pavilion.server.identity;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Journal;
import org.pavilion.api.Ref;

/** Which account became part of which, as it is stored. */
final class MergeRows {
    private MergeRows() {}

    /** Whoever was merged into the one that goes now belongs to the one that stays. */
    static void insert(Handle handle, Journal journal, Ref from, Ref into, @Nullable String emailKey) {
        handle.execute(
                "update identity_merged set into_account = ? where into_account = ?", into.toString(), from.toString());
        handle.execute(
                "insert into identity_merged (account, into_account, email_key, at) values (?, ?, ?, ?)",
                from.toString(),
                into.toString(),
                emailKey,
                journal.now().toEpochMilli());
    }

    /** The account that an address leads to whose own account is gone. */
    static Optional<AccountRows.Kept> byEmail(Handle handle, String email) {
        return handle.createQuery("select into_account from identity_merged where email_key = :key")
                .bind("key", Emails.key(email))
                .map((row, context) -> Ref.of(row.getString("into_account")))
                .findFirst()
                .flatMap(ref -> AccountRows.find(handle, ref))
                .filter(kept -> kept.account().state() != Account.State.ERASED);
    }

    /** Accounts that became part of this one. */
    static List<Ref> of(Handle handle, Ref into) {
        return handle.createQuery("select account from identity_merged where into_account = :into order by account")
                .bind("into", into.toString())
                .map((row, context) -> Ref.of(row.getString("account")))
                .list();
    }

    /** Their addresses are forgotten; that they were one person is not, so that all of it can be erased again. */
    static void forgetAddresses(Handle handle, Ref into) {
        handle.execute("update identity_merged set email_key = null where into_account = ?", into.toString());
    }
}
