package org.pavilion.server.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;

/** Tokens as they are stored: the digest, never the token. */
final class TokenRows {
    private TokenRows() {}

    /** Those that still work, by digest. */
    static Map<String, Token> live(Handle handle, Instant now) {
        return handle
                .createQuery("""
                        select id, digest, issuer, name, permissions, scope, until_at, issued_at from identity_token
                        where revoked_at is null and until_at > :now
                        """)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> Map.entry(
                        row.getString("digest"),
                        new Token(
                                row.getString("id"),
                                Ref.of(row.getString("issuer")),
                                row.getString("name"),
                                Arrays.stream(row.getString("permissions").split(" "))
                                        .map(Permission::new)
                                        .collect(Collectors.toUnmodifiableSet()),
                                new Scope(row.getString("scope")),
                                Instant.ofEpochMilli(row.getLong("until_at")),
                                Instant.ofEpochMilli(row.getLong("issued_at")))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static void insert(Handle handle, Token token, String digest) {
        handle.execute(
                """
                insert into identity_token (id, digest, issuer, name, permissions, scope, until_at, issued_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                token.id(),
                digest,
                token.issuer().toString(),
                token.name(),
                token.permissions().stream().map(Permission::name).sorted().collect(Collectors.joining(" ")),
                token.scope().path(),
                token.until().toEpochMilli(),
                token.at().toEpochMilli());
    }

    static int revoke(Handle handle, List<String> ids, Instant now) {
        int revoked = 0;
        for (var id : ids) {
            revoked += handle.execute(
                    "update identity_token set revoked_at = ? where id = ? and revoked_at is null",
                    now.toEpochMilli(),
                    id);
        }
        return revoked;
    }
}
