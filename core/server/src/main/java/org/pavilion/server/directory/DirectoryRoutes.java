package org.pavilion.server.directory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Board;
import org.pavilion.api.Claim;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;
import org.pavilion.api.Organisation;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Permission;
import org.pavilion.api.Person;
import org.pavilion.api.Problem;
import org.pavilion.api.Quantity;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/** The directory over HTTP, below {@code /api}. Sources are told by the label a reader may see. */
final class DirectoryRoutes {
    private static final int PAGE = 50;
    private static final int MAX_PAGE = 200;

    private final ExpoDirectory directory;

    DirectoryRoutes(ExpoDirectory directory) {
        this.directory = directory;
    }

    record EditionView(
            String id,
            String series,
            int year,
            Text name,
            Text summary,
            String status,
            boolean current,
            Optional<PartialDate> start,
            Optional<PartialDate> end,
            Optional<String> hostedWithin,
            List<String> hosted,
            List<Board> boards,
            String format,
            Optional<Text> theme,
            String zone,
            boolean synthetic) {}

    record EditionList(List<EditionView> editions) {}

    record SourceView(Text label, int year, String lines) {}

    record OrganisationView(
            String id,
            Text name,
            Text summary,
            List<Text> aliases,
            List<String> roles,
            List<String> editions,
            boolean exhibitor,
            boolean synthetic,
            List<SourceView> sources) {}

    record OrganisationList(List<OrganisationView> organisations, int total, Optional<String> next) {}

    record PersonView(
            String id,
            Text name,
            Text summary,
            Text role,
            List<String> editions,
            boolean attendanceInferred,
            boolean synthetic,
            List<SourceView> sources) {}

    record FactView(
            String id,
            String subject,
            String edition,
            Text name,
            Text summary,
            Quantity quantity,
            Optional<Text> doubt,
            List<SourceView> sources) {}

    record FactDetail(FactView fact, List<FactView> rivals, List<FactView> elsewhere) {}

    record FactList(String edition, List<FactView> facts) {}

    record FieldList(List<Directory.Field> fields) {}

    List<Route> routes() {
        return List.of(
                Route.get("/editions")
                        .needs(Permission.PUBLIC)
                        .summary("All editions, newest first, hosted ones after their host.")
                        .query("series", "only the editions of this series")
                        .answers(200, EditionList.class)
                        .handle(request -> {
                            var current = directory.current().id();
                            var editions = request.query("series")
                                    .map(directory::editions)
                                    .orElseGet(directory::editions);
                            return Response.json(new EditionList(editions.stream()
                                    .map(each -> view(each, current))
                                    .toList()));
                        }),
                Route.get("/editions/{id}")
                        .needs(Permission.PUBLIC)
                        .summary("One edition with its boards.")
                        .answers(200, EditionView.class)
                        .handle(request -> Response.json(view(
                                directory
                                        .edition(request.path("id"))
                                        .orElseThrow(() -> Problem.notFound("edition " + request.path("id"))),
                                directory.current().id()))),
                Route.get("/organisations")
                        .needs(Permission.PUBLIC)
                        .summary("Organisations in a stable order, real ones first.")
                        .query("edition", "only those that took part in this edition")
                        .query("role", "only those with this role")
                        .query("q", "part of a name")
                        .query("after", "cursor of the page before")
                        .query("limit", "1–200, 50 when absent")
                        .answers(200, OrganisationList.class)
                        .handle(request -> {
                            var page = directory.organisations(new OrganisationQuery(
                                    request.query("edition"),
                                    request.query("role"),
                                    request.query("q"),
                                    request.query("after"),
                                    request.query("limit", PAGE, 1, MAX_PAGE)));
                            var labels = directory.labels();
                            return Response.json(new OrganisationList(
                                    page.organisations().stream()
                                            .map(each -> view(each, labels))
                                            .toList(),
                                    page.total(),
                                    page.next()));
                        }),
                Route.get("/organisations/{id}")
                        .needs(Permission.PUBLIC)
                        .summary("One organisation.")
                        .answers(200, OrganisationView.class)
                        .handle(request -> Response.json(view(
                                directory
                                        .organisation(request.path("id"))
                                        .orElseThrow(() -> Problem.notFound("organisation " + request.path("id"))),
                                directory.labels()))),
                Route.get("/people/{id}")
                        .needs(Permission.PUBLIC)
                        .summary("One person with role as printed.")
                        .answers(200, PersonView.class)
                        .handle(request -> Response.json(view(directory
                                .person(request.path("id"))
                                .filter(Person::listed)
                                .orElseThrow(() -> Problem.notFound("person " + request.path("id")))))),
                Route.get("/facts")
                        .needs(Permission.PUBLIC)
                        .summary("The published figures of one edition.")
                        .query("edition", "the current one when absent")
                        .answers(200, FactList.class)
                        .handle(request -> {
                            var edition = request.query("edition")
                                    .orElseGet(() -> directory.current().id());
                            return Response.json(new FactList(edition, views(directory.facts(edition))));
                        }),
                Route.get("/facts/{id}")
                        .needs(Permission.PUBLIC)
                        .summary("One figure with rival claims, and the same metric in other editions.")
                        .answers(200, FactDetail.class)
                        .handle(request -> {
                            var fact = directory
                                    .fact(request.path("id"))
                                    .orElseThrow(() -> Problem.notFound("fact " + request.path("id")));
                            return Response.json(new FactDetail(
                                    view(fact, directory.labels()),
                                    views(directory.rivals(fact)),
                                    views(directory.elsewhere(fact))));
                        }),
                Route.get("/fields")
                        .needs(Permission.PUBLIC)
                        .summary("The controlled fields of technology.")
                        .answers(200, FieldList.class)
                        .handle(request -> Response.json(new FieldList(directory.fields()))));
    }

    private EditionView view(Edition each, String current) {
        return new EditionView(
                each.id(),
                each.series(),
                each.year(),
                each.name(),
                each.summary(),
                each.status().name().toLowerCase(Locale.ROOT),
                each.id().equals(current),
                each.start(),
                each.end(),
                each.hostedWithin(),
                directory.hosted(each.id()).stream().map(Edition::id).toList(),
                each.boards(),
                each.format(),
                each.theme(),
                each.zone(),
                each.synthetic());
    }

    private static OrganisationView view(Organisation each, Map<String, Text> labels) {
        return new OrganisationView(
                each.id(),
                each.name(),
                each.summary(),
                each.aliases(),
                each.roles(),
                each.editions(),
                each.exhibitor(),
                each.synthetic(),
                sources(labels, each.sources()));
    }

    private PersonView view(Person each) {
        return new PersonView(
                each.id(),
                each.name(),
                each.summary(),
                each.role(),
                directory.editionsOf(each.id()),
                each.attendanceInferred(),
                each.synthetic(),
                sources(directory.labels(), each.sources()));
    }

    private List<FactView> views(List<Claim> claims) {
        var labels = directory.labels();
        return claims.stream().map(each -> view(each, labels)).toList();
    }

    private static FactView view(Claim each, Map<String, Text> labels) {
        return new FactView(
                each.id(),
                each.subject().toString(),
                each.edition(),
                each.name(),
                each.summary(),
                each.quantity(),
                each.doubt(),
                sources(labels, each.sources()));
    }

    /** Sources nobody registered are left out: their file names are not for readers. */
    private static List<SourceView> sources(Map<String, Text> labels, List<Source> sources) {
        return sources.stream()
                .flatMap(source -> Optional.ofNullable(labels.get(source.file())).stream()
                        .map(label -> new SourceView(label, source.year(), source.lines())))
                .toList();
    }
}
