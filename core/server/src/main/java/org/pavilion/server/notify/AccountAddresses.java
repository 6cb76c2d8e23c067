package org.pavilion.server.notify;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Accounts;

/** The addresses people gave with their accounts. */
record AccountAddresses(Accounts accounts) implements Addresses {
    @Override
    public Optional<Addressee> of(Ref account) {
        return known(account) ? accounts.find(account).map(AccountAddresses::addressee) : Optional.empty();
    }

    @Override
    public Optional<Addressee> of(Handle handle, Ref account) {
        return known(account) ? accounts.find(handle, account).map(AccountAddresses::addressee) : Optional.empty();
    }

    private static boolean known(Ref account) {
        return account.type().equals(Account.TYPE);
    }

    private static Addressee addressee(Account account) {
        return new Addressee(account.email(), account.name(), account.language(), account.confirmed());
    }

    @Override
    public Optional<Ref> owner(String email) {
        return accounts.byEmail(email).map(Account::ref);
    }
}
