package org.pavilion.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;

/**
 * Secrets of links that work once. A row holds the digest; spending deletes it, and whoever deleted
 * the row has spent it, so of two at the same moment one wins.
 */
final class OneTimeLinks {
    static final Duration SHORT = Duration.ofMinutes(30);
    static final Duration INVITATION = Duration.ofDays(7);

    private OneTimeLinks() {}

    /** What a link is for. */
    enum Use {
        CONFIRM,
        RESET,
        INVITED
    }

    /** A sign-up that waits for its letter to be opened; {@code secret} is the hash of its password. */
    record Pending(String email, String name, Language language, String secret) {}

    /** Who a link is for: an account, or a sign-up that becomes one. */
    record Bearer(Optional<Ref> account, Optional<Pending> pending) {}

    /** A link for an account, in place of those it had for the same use. */
    static void issue(Handle handle, String secret, Use use, Ref account, Instant now) {
        handle.execute("delete from identity_link where account = ? and kind = ?", account.toString(), use.name());
        handle.execute(
                "insert into identity_link (digest, kind, account, until_at) values (?, ?, ?, ?)",
                Secret.sha256Hex(secret),
                use.name(),
                account.toString(),
                until(use, now).toEpochMilli());
    }

    /** A link for a sign-up; others for the same address go on working, each with its own password. */
    static void issue(Handle handle, String secret, Pending pending, Instant now) {
        handle.execute(
                """
                insert into identity_link (digest, kind, email, name, language, secret, until_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                Secret.sha256Hex(secret),
                Use.CONFIRM.name(),
                pending.email(),
                pending.name(),
                pending.language().tag(),
                pending.secret(),
                until(Use.CONFIRM, now).toEpochMilli());
    }

    static Instant until(Use use, Instant now) {
        return now.plus(use == Use.INVITED ? INVITATION : SHORT);
    }

    /** Who the link is for, while it works. */
    static Optional<Bearer> bearer(Handle handle, String secret, Use use, Instant now) {
        return handle.createQuery(
                        "select * from identity_link where digest = :digest and kind = :kind and until_at > :now")
                .bind("digest", Secret.sha256Hex(secret))
                .bind("kind", use.name())
                .bind("now", now.toEpochMilli())
                .map((rs, context) -> new Bearer(
                        Optional.ofNullable(rs.getString("account")).map(Ref::of),
                        Optional.ofNullable(rs.getString("secret")).isEmpty()
                                ? Optional.empty()
                                : Optional.of(pending(rs))))
                .findOne();
    }

    /** The same, once. */
    static Bearer spend(Handle handle, String secret, Use use, Instant now) {
        var bearer = bearer(handle, secret, use, now);
        int gone = handle.execute(
                "delete from identity_link where digest = ? and kind = ? and until_at > ?",
                Secret.sha256Hex(secret),
                use.name(),
                now.toEpochMilli());
        if (gone != 1 || bearer.isEmpty()) {
            throw spent();
        }
        return bearer.get();
    }

    private static Pending pending(ResultSet row) throws SQLException {
        return new Pending(
                row.getString("email"),
                row.getString("name"),
                row.getString("language").equals(Language.EN.tag()) ? Language.EN : Language.ZH,
                row.getString("secret"));
    }

    static void withdraw(Handle handle, Ref account) {
        handle.execute("delete from identity_link where account = ?", account.toString());
    }

    /** Sign-ups that wait for a letter to the address. */
    static void withdraw(Handle handle, String email) {
        handle.execute("delete from identity_link where lower(email) = ?", Emails.key(email));
    }

    static void sweep(Handle handle, Instant now) {
        handle.execute("delete from identity_link where until_at <= ?", now.toEpochMilli());
    }

    static Problem spent() {
        return new Problem("access.link", 403, "This link was used already or is too old; ask for a new one");
    }
}
