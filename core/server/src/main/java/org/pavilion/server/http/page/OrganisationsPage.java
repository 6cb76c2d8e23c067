package org.pavilion.server.http.page;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pavilion.api.Organisation;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Text;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.directory.OrganisationDraft;
import org.pavilion.server.directory.OrganisationMerge;
import org.pavilion.server.directory.OrganisationQuery;
import org.pavilion.server.http.PageTools;

/** Organisations: found, renamed, and two records of the same made one. */
final class OrganisationsPage {
    static final Permission NEEDS = new Permission("directory:edit");

    private static final String PATH = "/organiser/organisations";
    private static final int SHOWN = 40;
    private static final Map<String, String> TOLD = Map.of(
            "edited", "orgdesk.done.edited",
            "merged", "orgdesk.done.merged",
            "undone", "orgdesk.done.undone");

    private final ExpoDirectory directory;
    private final PageTools tools;

    OrganisationsPage(ExpoDirectory directory, PageTools tools) {
        this.directory = directory;
        this.tools = tools;
    }

    record Written(
            Optional<String> zh,
            Optional<String> en,
            Optional<String> summaryZh,
            Optional<String> summaryEn,
            Optional<String> aliases,
            Optional<Long> version) {}

    record Other(String other) {}

    Response list(Request request) {
        var text = request.query("q").map(String::strip).orElse("");
        var page = directory.organisations(new OrganisationQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of(text).filter(each -> !each.isEmpty()),
                request.query("after"),
                SHOWN));
        var here = Address.of(PATH).with("q", text);
        var model = new OrganisationDesk(
                text,
                page.organisations(),
                page.total(),
                page.next().map(token -> here.with("after", token).toString()),
                Typed.NOTHING,
                Optional.empty(),
                Optional.empty(),
                notice(request),
                undo(request));
        return Response.page(tools.render(request, "orgdesk", model));
    }

    /** One organisation; {@code ?other=} shows what merging that one into it would move. */
    Response one(Request request) {
        var it = organisation(request);
        var other = request.query("other").map(String::strip).orElse("");
        if (other.isEmpty()) {
            return page(request, 200, it, typed(it), Optional.empty());
        }
        try {
            return page(request, 200, it, typed(it), Optional.of(directory.mergePreview(it.id(), named(other))));
        } catch (Problem refused) {
            var typed = new LinkedHashMap<>(typed(it).values());
            typed.put("other", other);
            return page(request, refused.status(), it, Typed.of(typed).refused(refused.at("/other")), Optional.empty());
        }
    }

    List<Route> forms() {
        return List.of(
                form(PATH + "/{id}").takes(Written.class).handle(this::edit),
                form(PATH + "/{id}/merge").takes(Other.class).handle(request -> {
                    var undo = directory.mergeOrganisations(
                            organisation(request).id(),
                            request.body(Other.class).other(),
                            request.caller().ref());
                    return done(request, "merged", undo);
                }),
                form(PATH + "/{id}/undo").handle(request -> {
                    directory.undoOrganisation(request.path("id"));
                    return done(request, "undone", "");
                }));
    }

    private static Route.Draft form(String path) {
        return Route.post(path).needs(NEEDS).answers(303, Void.class);
    }

    private Response edit(Request request) {
        var it = organisation(request);
        var written = request.body(Written.class);
        try {
            var undo = directory.editOrganisation(
                    it.id(),
                    written.version().orElse(0L),
                    draft(written),
                    request.caller().ref());
            return done(request, "edited", undo);
        } catch (Problem refused) {
            return page(request, refused.status(), it, typed(written).refused(refused), Optional.empty());
        }
    }

    private Response page(
            Request request, int status, Organisation it, Typed typed, Optional<OrganisationMerge> merge) {
        var model = new OrganisationDesk(
                "", List.of(), 0, Optional.empty(), typed, Optional.of(it), merge, notice(request), undo(request));
        return new Response.Page(status, tools.render(request, "orgdesk", model));
    }

    private Organisation organisation(Request request) {
        return directory.organisation(request.path("id")).orElseThrow(() -> Problem.notFound("this organisation"));
    }

    /** By its id, or by a name it bears. */
    private String named(String text) {
        return directory
                .organisation(text)
                .or(() -> directory.organisationCalled(text))
                .map(Organisation::id)
                .orElseThrow(() -> Problem.invalid("/other", "no organisation has this id or name"));
    }

    private static OrganisationDraft draft(Written written) {
        var zh = written.zh().map(String::strip).orElse("");
        var en = written.en().map(String::strip).orElse("");
        if (zh.isEmpty() && en.isEmpty()) {
            throw Problem.invalid("/zh", "a name in one language at least is required");
        }
        var name = new Text(zh, en);
        var summaryZh = written.summaryZh().map(String::strip).orElse("");
        var summaryEn = written.summaryEn().map(String::strip).orElse("");
        return new OrganisationDraft(
                name,
                summaryZh.isEmpty() && summaryEn.isEmpty() ? name : new Text(summaryZh, summaryEn),
                Arrays.stream(written.aliases().orElse("").split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(OrganisationsPage::alias)
                        .toList());
    }

    /** One line a name: {@code 中文 | English}, or the same in both. */
    private static Text alias(String line) {
        var parts = line.split("\\|", 2);
        return parts.length < 2 ? Text.same(line) : new Text(parts[0].strip(), parts[1].strip());
    }

    private Typed typed(Organisation it) {
        var values = new LinkedHashMap<String, String>();
        values.put("zh", it.name().zh());
        values.put("en", it.name().en());
        values.put("summaryZh", it.summary().zh());
        values.put("summaryEn", it.summary().en());
        values.put(
                "aliases",
                it.aliases().stream()
                        .map(each -> each.zh().equals(each.en()) ? each.zh() : each.zh() + " | " + each.en())
                        .collect(Collectors.joining("\n")));
        values.put("version", String.valueOf(directory.organisationVersion(it.id())));
        return Typed.of(values);
    }

    private static Typed typed(Written written) {
        var values = new LinkedHashMap<String, String>();
        values.put("zh", written.zh().orElse(""));
        values.put("en", written.en().orElse(""));
        values.put("summaryZh", written.summaryZh().orElse(""));
        values.put("summaryEn", written.summaryEn().orElse(""));
        values.put("aliases", written.aliases().orElse(""));
        values.put("version", written.version().map(String::valueOf).orElse(""));
        return Typed.of(values);
    }

    private static Optional<Desk.Notice> notice(Request request) {
        return request.query("done")
                .filter(TOLD::containsKey)
                .map(done -> new Desk.Notice(TOLD.getOrDefault(done, ""), ""));
    }

    private static String undo(Request request) {
        return request.query("undo")
                .filter(id -> id.matches("[0-9a-f-]{36}"))
                .map(id -> PATH + "/" + id + "/undo")
                .orElse("");
    }

    private static Response done(Request request, String what, String undo) {
        return Response.redirect(URI.create(Desk.localised(
                request, Address.of(PATH).with("done", what).with("undo", undo).toString())));
    }
}
