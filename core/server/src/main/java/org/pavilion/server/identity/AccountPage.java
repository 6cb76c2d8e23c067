package org.pavilion.server.identity;

import java.util.List;
import java.util.Optional;

/**
 * A page of accounts, the newest first.
 *
 * @param next what to ask for next as {@code after}; empty at the end
 */
public record AccountPage(List<Account> accounts, Optional<String> next) {
    public AccountPage {
        accounts = List.copyOf(accounts);
    }
}
