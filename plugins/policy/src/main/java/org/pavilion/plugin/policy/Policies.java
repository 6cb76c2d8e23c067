package org.pavilion.plugin.policy;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Directory;
import org.pavilion.api.JsonText;
import org.pavilion.api.Names;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.Routes;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Shelf;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;
import org.pavilion.plugin.policy.engine.PlainWords;
import org.pavilion.plugin.policy.engine.Vocabulary;

/** Policy documents: where they are kept, listed and found. */
record Policies(Shelf<Policy> shelf, Storage storage, Directory directory, Names names) {
    private static final int MOST = 1000;
    private static final int PAGE = 24;

    Policies(PluginContext context) {
        this(shelf(context.json()), context.storage(), context.directory(), new Names(context.directory()));
    }

    private static Shelf<Policy> shelf(JsonText json) {
        return new Shelf<>(
                "policy",
                "policy_document",
                Policy.class,
                json,
                policy -> new Shelf.Spine(
                        policy.id(),
                        policy.edition(),
                        policy.status(),
                        policy.publishedOn().map(PartialDate::text).orElse(String.valueOf(policy.effectiveYear())),
                        policy.name(),
                        false));
    }

    /** All documents, newest first. */
    List<Policy> all(Handle h) {
        return shelf.slice(h, Shelf.Filter.ALL, null, MOST).records();
    }

    Policy find(String id) {
        return storage.read(h -> shelf.find(h, id)).orElseThrow(() -> Problem.notFound("policy " + id));
    }

    void addTo(Routes routes) {
        routes.add(Route.get("/policies")
                        .needs(Permission.PUBLIC)
                        .query("edition", "id of an edition; with those it hosts")
                        .query("type", "status")
                        .query("after", "cursor of the previous slice")
                        .query("limit", "1 to 100")
                        .answers(200, Shelf.Slice.class, Policy.class)
                        .summary("Policies")
                        .handle(this::list))
                .add(Route.get("/policies/{id}")
                        .needs(Permission.PUBLIC)
                        .answers(200, Policy.class)
                        .summary("One policy")
                        .handle(request -> Response.json(find(request.path("id")))));
    }

    private Response list(Request request) {
        var editions = request.query("edition").map(directory::withHosted).orElse(Set.of());
        var filter = new Shelf.Filter(editions, request.query("type"));
        int limit = request.query("limit", PAGE, 1, 100);
        var after = request.query("after").orElse(null);
        return Response.json(storage.read(h -> shelf.slice(h, filter, after, limit)));
    }

    /** Documents with their clauses and rules, as search knows them. */
    SearchSource searched() {
        return new SearchSource() {
            @Override
            public Stream<String> ids(Handle h) {
                return shelf.ids(h);
            }

            @Override
            public Optional<SearchDocument> document(Handle h, String id) {
                return shelf.find(h, id)
                        .map(policy -> Policies.this.document(
                                policy,
                                Instant.ofEpochMilli(shelf.changedAt(h, id).orElse(0L))));
            }
        };
    }

    private SearchDocument document(Policy policy, Instant changed) {
        return new SearchDocument(
                policy.ref(),
                policy.name(),
                body(policy),
                Stream.of(policy.mechanisms(), policy.groups(), policy.instruments())
                        .flatMap(List::stream)
                        .collect(Collectors.toUnmodifiableSet()),
                Map.of(
                        "edition", List.of(policy.edition()),
                        "status", List.of(policy.status()),
                        "org", names.spoken(policy.issuer().map(List::of).orElse(List.of()))),
                URI.create("/policy/" + policy.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }

    private static Text body(Policy policy) {
        var parts = new ArrayList<Text>();
        parts.add(policy.summary());
        policy.measures().forEach(measure -> parts.add(new Text(measure.zh(), measure.en())));
        for (var rule : RuleBook.of(policy).rules()) {
            parts.add(rule.name());
            parts.add(PlainWords.of(rule));
            rule.note().ifPresent(parts::add);
            rule.conditions().forEach(condition -> parts.add(Vocabulary.label(condition.fact())));
            rule.anyOf().forEach(event -> parts.add(Vocabulary.label(event)));
        }
        return new Text(
                parts.stream().map(Text::zh).collect(Collectors.joining(" ")),
                parts.stream().map(Text::en).collect(Collectors.joining(" ")));
    }
}
