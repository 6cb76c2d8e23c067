package org.pavilion.server.http.page;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.identity.Fitting;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Role;
import org.pavilion.server.identity.TraitGrant;
import org.pavilion.server.identity.Traits;

/** Roles that come with what somebody is, such as the domain of a confirmed address: shown first, then given. */
final class TraitsPage {
    private static final Permission GRANT = new Permission("role:grant");
    private static final String PATH = "/organiser/people/traits";
    private static final int SHOWN = 50;
    private static final Map<String, String> TOLD = Map.of("given", "traits.done.given", "taken", "traits.done.taken");

    private final Identity identity;
    private final PageTools tools;

    TraitsPage(Identity identity, PageTools tools) {
        this.identity = identity;
        this.tools = tools;
    }

    /** @param act {@code show} who would have the role, or {@code give} it */
    record Draft(String traits, String role, Optional<String> scope, Optional<String> until, String act) {}

    Response show(Request request) {
        var again = request.query("done").filter("taken"::equals).isPresent();
        var typed = Typed.of(Map.of(
                "traits", again ? request.query("traits").orElse("") : "",
                "role", request.query("role").orElse(""),
                "scope", request.query("scope").orElse("")));
        return page(request, 200, again ? typed : Typed.NOTHING, Optional.empty());
    }

    List<Route> forms() {
        return List.of(
                Route.post(PATH)
                        .needs(GRANT)
                        .takes(Draft.class)
                        .answers(303, Void.class)
                        .handle(this::give),
                Route.post(PATH + "/{id}/revoke")
                        .needs(GRANT)
                        .answers(303, Void.class)
                        .handle(this::take));
    }

    private Response give(Request request) {
        var draft = request.body(Draft.class);
        var typed = Typed.of(Map.of(
                "traits", draft.traits(),
                "role", draft.role(),
                "scope", draft.scope().orElse(""),
                "until", draft.until().orElse("")));
        try {
            var traits = Traits.of(draft.traits());
            var scope = PeoplePage.scope(draft.scope());
            var until = PeoplePage.until(draft.until(), request);
            if (!draft.act().equals("give")) {
                var fitting = identity.accounts().fitting(traits, SHOWN);
                return page(request, 200, typed, Optional.of(fitting));
            }
            identity.rights()
                    .grant(traits, draft.role(), scope, until, request.caller().ref());
            return done(request, "given", Address.of(PATH));
        } catch (Problem refused) {
            if (refused.status() != 409 && refused.status() != 422 && refused.status() != 403) {
                throw refused;
            }
            return page(request, refused.status(), typed.refused(lined(refused)), Optional.empty());
        }
    }

    /** A fault of one line stands at the whole field. */
    private static Problem lined(Problem refused) {
        var pointer = refused.pointer();
        return pointer != null && pointer.startsWith("/traits/") ? refused.at("/traits") : refused;
    }

    /** The notice leads back to the form as it was filled in, so that it can be given again. */
    private Response take(Request request) {
        var id = request.path("id");
        var taken = identity.rights().byTraits().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("this grant"));
        identity.rights().revokeTraits(id, request.caller().ref());
        return done(
                request,
                "taken",
                Address.of(PATH)
                        .with("traits", taken.traits().text())
                        .with("role", taken.role())
                        .with("scope", taken.scope().path()));
    }

    private static Response done(Request request, String what, Address address) {
        return Response.redirect(
                URI.create(Desk.localised(request, address.with("done", what).toString())));
    }

    private Response page(Request request, int status, Typed typed, Optional<Fitting> fitting) {
        var lines = identity.rights().byTraits().stream()
                .map((TraitGrant grant) ->
                        new TraitSheet.Line(grant, identity.rights().role(grant.role())))
                .toList();
        var notice = request.query("done")
                .filter(TOLD::containsKey)
                .map(done -> new Desk.Notice(TOLD.getOrDefault(done, ""), ""));
        var model = new TraitSheet(
                lines, identity.rights().roles().stream().filter(Role::given).toList(), typed, fitting, notice);
        return new Response.Page(status, tools.render(request, "traits", model));
    }
}
