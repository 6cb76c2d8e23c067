package org.pavilion.server.http.page;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Edition;
import org.pavilion.api.Person;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.directory.OrganisationQuery;
import org.pavilion.server.http.PageTools;

/** Pages of organisations, people and published figures. */
final class DirectoryPages {
    private static final int ORGANISATIONS = 30;
    private static final List<String> ROLES = List.of(
            "exhibitor", "signatory", "speaker-org", "platform-builder", "investor", "publisher", "partner", "host");

    private final ExpoDirectory directory;
    private final PageTools tools;

    DirectoryPages(ExpoDirectory directory, PageTools tools) {
        this.directory = directory;
        this.tools = tools;
    }

    Response organisation(Request request) {
        var id = request.path("id");
        var organisation = directory.organisation(id).orElseThrow(() -> Problem.notFound("organisation " + id));
        if (!organisation.id().equals(id)) {
            return Response.redirect(URI.create(Desk.localised(request, "/organisation/" + organisation.id())));
        }
        var sheet = new Sheets.OrganisationSheet(
                organisation,
                editions(organisation.editions()),
                directory.claims(new Ref("organisation", id)),
                tools.parts("organisation.main", request, Map.of("id", id)));
        return Response.page(tools.render(request, "organisation", sheet));
    }

    Response organisations(Request request) {
        var text = request.query("q");
        var role = request.query("role");
        var page = directory.organisations(
                new OrganisationQuery(request.query("edition"), role, text, request.query("after"), ORGANISATIONS));
        var here = Address.of("/organisations").with("q", text.orElse("")).with("role", role.orElse(""));
        var list = new Sheets.OrganisationList(
                text.orElse(""),
                role,
                ROLES,
                page.organisations(),
                page.total(),
                page.next().map(token -> here.with("after", token).toString()));
        return Response.page(tools.render(request, "organisations", list));
    }

    Response person(Request request) {
        var id = request.path("id");
        var person = directory.person(id).filter(Person::listed).orElseThrow(() -> Problem.notFound("person " + id));
        var sheet = new Sheets.PersonSheet(
                person, editions(directory.editionsOf(id)), tools.parts("person.main", request, Map.of("id", id)));
        return Response.page(tools.render(request, "person", sheet));
    }

    Response facts(Request request) {
        var edition = request.edition();
        var documented = directory.editions().stream()
                .filter(each ->
                        !directory.facts(each.id()).isEmpty() || each.id().equals(edition.id()))
                .toList();
        var list = new Sheets.FactList(edition, documented, directory.facts(edition.id()));
        return Response.page(tools.render(request, "facts", list));
    }

    Response fact(Request request) {
        var id = request.path("id");
        var claim = directory.fact(id).orElseThrow(() -> Problem.notFound("fact " + id));
        var sheet = new Sheets.FactSheet(
                claim, directory.edition(claim.edition()), directory.rivals(claim), directory.elsewhere(claim));
        return Response.page(tools.render(request, "fact", sheet));
    }

    private List<Edition> editions(List<String> ids) {
        return ids.stream().map(directory::edition).flatMap(Optional::stream).toList();
    }
}
