package org.pavilion.server.http.page;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.identity.DeclaredPermission;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Tokens;

/** One's own tokens for machines; the secret of a fresh one is shown once, on the answer to its form. */
final class TokensPage {
    static final String PATH = "/organiser/tokens";

    private final Identity identity;
    private final PageTools tools;

    TokensPage(Identity identity, PageTools tools) {
        this.identity = identity;
        this.tools = tools;
    }

    record Draft(String name, List<String> permissions, Optional<String> scope, int days) {}

    Response show(Request request) {
        return page(request, 200, Typed.NOTHING, Set.of(), Optional.empty());
    }

    List<Route> forms() {
        return List.of(
                Route.post(PATH)
                        .needs(Tokens.ISSUE)
                        .somewhere()
                        .takes(Draft.class)
                        .answers(200, Void.class)
                        .handle(this::issue),
                Route.post(PATH + "/{id}/revoke")
                        .needs(Tokens.ISSUE)
                        .somewhere()
                        .answers(303, Void.class)
                        .handle(request -> {
                            identity.tokens().revoke(request.caller().ref(), request.path("id"));
                            return Response.redirect(URI.create(Desk.localised(request, PATH + "?done=revoked")));
                        }));
    }

    private Response issue(Request request) {
        var draft = request.body(Draft.class);
        var picked = Set.copyOf(draft.permissions());
        try {
            var issued = identity.tokens()
                    .issue(
                            request.caller(),
                            draft.name(),
                            permissions(picked),
                            PeoplePage.scope(draft.scope()),
                            Duration.ofDays(Math.clamp(draft.days(), 0, 1_000)));
            return page(request, 200, Typed.NOTHING, Set.of(), Optional.of(issued));
        } catch (Problem refused) {
            if (refused.status() != 409 && refused.status() != 422 && refused.status() != 403) {
                throw refused;
            }
            var typed = Typed.of(Map.of(
                    "name", draft.name(),
                    "scope", draft.scope().orElse(""),
                    "days", String.valueOf(draft.days())));
            return page(request, refused.status(), typed.refused(refused), picked, Optional.empty());
        }
    }

    private static Set<Permission> permissions(Set<String> names) {
        try {
            return names.stream().map(Permission::new).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/permissions", "a right is written prefix:action")
                    .causedBy(e);
        }
    }

    private Response page(
            Request request, int status, Typed typed, Set<String> picked, Optional<Tokens.Issued> issued) {
        var rights = identity.declared().stream()
                .filter(each -> !each.permission().equals(Permission.PUBLIC)
                        && identity.canSomewhere(request.caller(), each.permission()))
                .sorted(Comparator.comparing(
                        (DeclaredPermission each) -> each.permission().name()))
                .toList();
        var notice =
                request.query("done").filter("revoked"::equals).map(done -> new Desk.Notice("tokens.done.revoked", ""));
        var model = new TokenSheet(
                identity.tokens().of(request.caller().ref()),
                rights,
                picked,
                identity.where(request.caller(), Tokens.ISSUE),
                typed,
                issued,
                notice);
        return new Response.Page(status, tools.render(request, "tokens", model));
    }
}
