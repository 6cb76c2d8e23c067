package org.pavilion.server.notify;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/** How each person wants to be told. */
final class Wishes {
    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Storage storage;

    Wishes(Storage storage) {
        this.storage = storage;
    }

    /** Somebody who wants a digest. */
    record Reader(Ref account, String secret, Instant digestAt) {}

    private record Row(int digest, String kinds) {}

    Wish of(Ref account) {
        return storage.read(handle -> of(handle, account));
    }

    Wish of(Handle handle, Ref account) {
        return handle.createQuery("select digest, kinds from notify_wish where account = :account")
                .bind("account", account)
                .mapTo(Row.class)
                .findOne()
                .map(Wishes::wish)
                .orElse(Wish.NONE);
    }

    /** Written {@code kind=way kind=way}. */
    private static Wish wish(Row row) {
        return new Wish(
                row.digest() != 0,
                Arrays.stream(row.kinds().split(" "))
                        .map(each -> each.split("=", 2))
                        .filter(each -> each.length == 2)
                        .collect(Collectors.toMap(each -> each[0], each -> Way.valueOf(each[1]))));
    }

    void keep(Ref account, Wish wish) {
        storage.write((handle, journal) -> {
            secret(handle, account);
            return keep(handle, account, wish);
        });
    }

    private static int keep(Handle handle, Ref account, Wish wish) {
        var kinds = wish.ways().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
        return handle.execute(
                "update notify_wish set digest = ?, kinds = ? where account = ?", wish.digest(), kinds, account);
    }

    /** The secret of the link that ends all mail; made when it is first needed. */
    String secret(Handle handle, Ref account) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        handle.execute(
                "insert into notify_wish(account, secret) values (?, ?) on conflict (account) do nothing",
                account,
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return handle.createQuery("select secret from notify_wish where account = :account")
                .bind("account", account)
                .mapTo(String.class)
                .one();
    }

    /** Ends all mail of whoever the secret belongs to; false when it belongs to nobody. */
    boolean end(String secret) {
        return storage.write((handle, journal) -> owner(handle, secret)
                .map(account -> keep(handle, account, of(handle, account).quiet()) > 0)
                .orElse(false));
    }

    private static Optional<Ref> owner(Handle handle, String secret) {
        return handle.createQuery("select account from notify_wish where secret = :secret")
                .bind("secret", secret)
                .mapTo(Ref.class)
                .findOne();
    }

    List<Reader> readers() {
        return storage.read(
                handle -> handle.createQuery("select account, secret, digest_at from notify_wish where digest = 1")
                        .mapTo(Reader.class)
                        .list());
    }

    /** Claims a person's digest; false when another node was faster. */
    boolean claim(Reader reader, Instant now) {
        return storage.write((handle, journal) -> handle.execute(
                        "update notify_wish set digest_at = ? where account = ? and digest_at = ?",
                        now,
                        reader.account(),
                        reader.digestAt()))
                > 0;
    }
}
