package org.pavilion.server.identity;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Scope;

/** One's own tokens over HTTP, below {@code /api}. */
final class TokenRoutes {
    private final Identity identity;

    TokenRoutes(Identity identity) {
        this.identity = identity;
    }

    /** @param days how long it works, 1 to 366 */
    record TokenDraft(String name, List<String> permissions, Optional<String> scope, int days) {}

    record TokenView(String id, String name, List<String> permissions, String scope, Instant until, Instant issuedAt) {}

    record TokenList(List<TokenView> tokens) {}

    /** @param secret shown once, here */
    record IssuedToken(TokenView token, String secret) {}

    List<Route> all() {
        return List.of(
                Route.get("/tokens")
                        .needs(Tokens.ISSUE)
                        .somewhere()
                        .summary("The caller's own tokens that work now.")
                        .answers(200, TokenList.class)
                        .handle(request -> Response.json(new TokenList(
                                identity.tokens().of(request.caller().ref()).stream()
                                        .map(TokenRoutes::view)
                                        .toList()))),
                Route.post("/tokens")
                        .needs(Tokens.ISSUE)
                        .somewhere()
                        .takes(TokenDraft.class)
                        .summary("Issues a token with some of the caller's own rights; its secret is told once.")
                        .answers(201, IssuedToken.class)
                        .handle(this::issue),
                Route.delete("/tokens/{id}")
                        .needs(Tokens.ISSUE)
                        .somewhere()
                        .summary("Ends one of the caller's own tokens at once.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            identity.tokens().revoke(request.caller().ref(), request.path("id"));
                            return Response.noContent();
                        }));
    }

    private Response issue(Request request) {
        var draft = request.body(TokenDraft.class);
        var issued = identity.tokens()
                .issue(
                        request.caller(),
                        draft.name(),
                        permissions(draft.permissions()),
                        scope(draft.scope()),
                        Duration.ofDays(draft.days()));
        return Response.created(
                URI.create("/api/tokens/" + issued.token().id()),
                new IssuedToken(view(issued.token()), issued.secret()));
    }

    private static Set<Permission> permissions(List<String> names) {
        try {
            return names.stream().map(Permission::new).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/permissions", "a right is written prefix:action")
                    .causedBy(e);
        }
    }

    static Scope scope(Optional<String> path) {
        try {
            return path.map(Scope::new).orElse(Scope.EXPO);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/scope", "a scope is written kind/id/kind/id")
                    .causedBy(e);
        }
    }

    private static TokenView view(Token token) {
        return new TokenView(
                token.id(),
                token.name(),
                token.permissions().stream().map(Permission::name).sorted().toList(),
                token.scope().path(),
                token.until(),
                token.at());
    }
}
