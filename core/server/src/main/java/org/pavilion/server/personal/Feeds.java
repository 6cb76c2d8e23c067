package org.pavilion.server.personal;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** The address of each person's calendar feed: who knows it reads it, so that calendar programs can. */
final class Feeds {
    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Storage storage;

    Feeds(Storage storage) {
        this.storage = storage;
    }

    Optional<String> secret(Ref account) {
        return storage.read(
                handle -> handle.createQuery("select secret from personal_calendar where account = :account")
                        .bind("account", account)
                        .mapTo(String.class)
                        .findOne());
    }

    Optional<Ref> account(String secret) {
        return storage.read(handle -> handle.createQuery("select account from personal_calendar where secret = :secret")
                .bind("secret", secret)
                .mapTo(Ref.class)
                .findOne());
    }

    /** A new address; the one before leads nowhere from now on. */
    String renew(Ref account) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        storage.write((handle, journal) -> handle.execute("""
                insert into personal_calendar(account, secret, at) values (?, ?, ?)
                on conflict (account) do update set secret = excluded.secret, at = excluded.at""", account, secret, journal.now()));
        return secret;
    }

    void revoke(Ref account) {
        storage.write((handle, journal) -> handle.execute("delete from personal_calendar where account = ?", account));
    }
}
