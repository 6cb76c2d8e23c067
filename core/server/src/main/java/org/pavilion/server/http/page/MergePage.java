package org.pavilion.server.http.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.CorePage;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.identity.Account;
import org.pavilion.server.identity.Identity;

/** Accounts that look like one person, and the merge of two: shown first, then confirmed by name. */
final class MergePage {
    private static final Permission GRANT = new Permission("role:grant");
    private static final String PEOPLE = "/organiser/people/";
    private static final int SHOWN = 100;

    private final Identity identity;
    private final PageTools tools;

    MergePage(Identity identity, PageTools tools) {
        this.identity = identity;
        this.tools = tools;
    }

    record Merge(String into, String address) {}

    List<CorePage> pages() {
        return List.of(
                new CorePage(
                        PEOPLE + "duplicates",
                        GRANT,
                        request -> Response.page(tools.render(
                                request,
                                "duplicates",
                                new MergeSheet.Duplicates(identity.merges().likely(SHOWN))))),
                new CorePage(
                        PEOPLE + "{id}/merge",
                        GRANT,
                        request -> page(request, 200, request.query("into").orElse(""), Typed.NOTHING)));
    }

    List<Route> forms() {
        return List.of(Route.post(PEOPLE + "{id}/merge")
                .needs(GRANT)
                .takes(Merge.class)
                .answers(303, Void.class)
                .handle(this::merge));
    }

    private Response merge(Request request) {
        var form = request.body(Merge.class);
        var into = stays(form.into()).orElseThrow(() -> Problem.notFound("this account"));
        try {
            identity.merges()
                    .merge(
                            goes(request).ref(),
                            into.ref(),
                            form.address(),
                            request.caller().ref());
            return ProfilePages.back(request, PEOPLE + into.ref().id() + "?done=merged");
        } catch (Problem refused) {
            if (refused.status() != 422 && refused.status() != 409 && refused.status() != 403) {
                throw refused;
            }
            var typed = Typed.of(Map.of("address", form.address()));
            return page(request, refused.status(), form.into(), typed.refused(refused));
        }
    }

    private Account goes(Request request) {
        return Ref.find(Account.TYPE, request.path("id"))
                .flatMap(identity.accounts()::find)
                .orElseThrow(() -> Problem.notFound("this account"));
    }

    /** The account that stays, by its id or its address. */
    private Optional<Account> stays(String text) {
        var name = text.strip();
        return name.contains("@")
                ? identity.accounts().byEmail(name)
                : Ref.find(Account.TYPE, name).flatMap(identity.accounts()::find);
    }

    private Response page(Request request, int status, String into, Typed typed) {
        var goes = goes(request);
        var stays = stays(into);
        if (stays.isEmpty()) {
            var model = new MergeSheet.Two(goes, Optional.empty(), into, Typed.NOTHING);
            return new Response.Page(into.isEmpty() ? 200 : 422, tools.render(request, "merge", model));
        }
        try {
            var plan = identity.merges()
                    .preview(goes.ref(), stays.get().ref(), request.caller().ref());
            return new Response.Page(
                    status, tools.render(request, "merge", new MergeSheet.Two(goes, Optional.of(plan), into, typed)));
        } catch (Problem refused) {
            if (refused.status() != 422 && refused.status() != 409 && refused.status() != 403) {
                throw refused;
            }
            var model = new MergeSheet.Two(goes, Optional.empty(), into, Typed.NOTHING.refused(refused.at("")));
            return new Response.Page(refused.status(), tools.render(request, "merge", model));
        }
    }
}
