package org.pavilion.server.notify;

import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Accounts;

/** The addresses people gave with their accounts. */
record AccountAddresses(Accounts accounts) implements Addresses {
    @Override
    public Optional<Addressee> of(Ref account) {
        return account.type().equals(Account.TYPE)
                ? accounts.find(account)
                        .map(found -> new Addressee(found.email(), found.name(), found.language(), found.confirmed()))
                : Optional.empty();
    }

    @Override
    public Optional<Ref> owner(String email) {
        return accounts.byEmail(email).map(Account::ref);
    }
}
