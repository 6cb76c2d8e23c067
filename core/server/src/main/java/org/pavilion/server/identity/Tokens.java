package org.pavilion.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Storage;

/**
 * Tokens of machines. A token never has more than its issuer has at that moment: it names some rights
 * in a scope, and each use asks whether the issuer still holds them.
 */
public final class Tokens {
    public static final Permission ISSUE = new Permission("token:issue");

    private static final String PREFIX = "pav_";
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST = 50;

    private final Storage storage;
    private final InstantSource clock;
    private final Rights rights;
    private final Access access;
    private volatile Map<String, Token> byDigest;

    Tokens(Storage storage, DomainEvents events, Rights rights, Access access, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
        this.rights = rights;
        this.access = access;
        events.publishes("identity.token-issued.v1", Issue.class)
                .publishes("identity.token-revoked.v1", Revocation.class);
        byDigest = load();
    }

    record Issue(Ref subject, String token, String scope, List<String> permissions, Instant until)
            implements DomainEvent {}

    record Revocation(Ref subject, String token) implements DomainEvent {}

    /**
     * A fresh token; the only moment its secret is known.
     *
     * @param secret {@code pav_…}, for {@code Authorization: Bearer}
     */
    public record Issued(Token token, String secret) {
        @Override
        public String toString() {
            return "Issued[token=" + token + ", secret=***]";
        }
    }

    /** Issues a token. Refused like the request itself for a right the issuer lacks in the scope. */
    public Issued issue(Caller issuer, String name, Set<Permission> permissions, Scope scope, Duration length) {
        access.require(issuer, ISSUE, scope);
        if (issuer.ref().type().equals("token")) {
            throw new Problem("access.denied", 403, "A token issues no tokens");
        }
        if (name.isBlank() || name.strip().length() > 100) {
            throw Problem.invalid("/name", "1 to 100 characters");
        }
        if (permissions.isEmpty() || permissions.contains(Permission.PUBLIC)) {
            throw Problem.invalid("/permissions", "name the rights it needs");
        }
        if (length.compareTo(Duration.ofMinutes(1)) < 0 || length.compareTo(LONGEST) > 0) {
            throw Problem.invalid("/until", "from one minute to a year");
        }
        permissions.forEach(permission -> access.require(issuer, permission, scope));
        if (of(issuer.ref()).size() >= MOST) {
            throw new Problem("token.too-many", 409, "At most " + MOST + " tokens work at a time");
        }
        var secret = PREFIX + Secret.random();
        var token = storage.write((handle, journal) -> {
            var fresh = new Token(
                    journal.newId(),
                    issuer.ref(),
                    name.strip(),
                    Set.copyOf(permissions),
                    scope,
                    clock.instant().plus(length),
                    journal.now());
            TokenRows.insert(handle, fresh, Secret.sha256Hex(secret));
            var names = permissions.stream().map(Permission::name).sorted().toList();
            journal.append(new Issue(fresh.ref(), fresh.id(), scope.path(), names, fresh.until()));
            return fresh;
        });
        reload();
        return new Issued(token, secret);
    }

    /** The tokens of an issuer that work now, the newest first. */
    public List<Token> of(Ref issuer) {
        var now = clock.instant();
        return byDigest.values().stream()
                .filter(token -> token.issuer().equals(issuer) && token.until().isAfter(now))
                .sorted(Comparator.comparing(Token::at).reversed().thenComparing(Token::id))
                .toList();
    }

    /** Ends one of the issuer's own tokens, and what it holds open. */
    public void revoke(Ref issuer, String id) {
        if (revoke(token -> token.id().equals(id) && token.issuer().equals(issuer)) == 0) {
            throw Problem.notFound("this token");
        }
    }

    /** Ends all tokens of an issuer. */
    public int revokeAll(Ref issuer) {
        return revoke(token -> token.issuer().equals(issuer));
    }

    private int revoke(Predicate<Token> which) {
        var ended = byDigest.values().stream().filter(which).toList();
        int revoked = storage.write((handle, journal) -> {
            ended.forEach(token -> journal.append(new Revocation(token.ref(), token.id())));
            return TokenRows.revoke(handle, ended.stream().map(Token::id).toList(), journal.now());
        });
        reload();
        rights.tell(ref -> ended.stream().anyMatch(token -> token.ref().equals(ref)));
        return revoked;
    }

    /** Whose token this is; empty for one that is unknown, ended or revoked. */
    Optional<Caller> caller(String bearer) {
        if (!bearer.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return Optional.ofNullable(byDigest.get(Secret.sha256Hex(bearer)))
                .filter(token -> token.until().isAfter(now))
                .map(token -> new Caller(token.ref(), Caller.Kind.MACHINE, Set.of("pub")));
    }

    /** The token of a caller that {@link #caller} made, while it works. */
    Optional<Token> find(Ref ref) {
        var now = clock.instant();
        return byDigest.values().stream()
                .filter(token -> token.id().equals(ref.id()) && token.until().isAfter(now))
                .findFirst();
    }

    private synchronized void reload() {
        byDigest = load();
    }

    private Map<String, Token> load() {
        var now = clock.instant();
        return storage.read(handle -> TokenRows.live(handle, now));
    }
}
