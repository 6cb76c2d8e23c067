package org.pavilion.server.search;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;

/** The JSON API of search. */
final class SearchRoutes {
    private static final Permission MANAGE = new Permission("search:manage");
    private static final int MAX_SUGGESTIONS = 20;

    /** Completions, best first. */
    record Suggestions(List<Suggestion> suggestions) {}

    /** What an organiser sends for a group. */
    record GlossaryDraft(List<String> forms, Optional<String> note) {}

    /** All groups, the last changed first. */
    record GlossaryGroups(List<GlossaryGroup> groups) {}

    /** Questions without an exact answer, the most frequent first. */
    record MissedQueries(List<MissedQuery> queries) {}

    private final Search search;
    private final Glossaries glossaries;
    private final Misses misses;
    private final Supplier<Set<String>> facets;

    SearchRoutes(Search search, Glossaries glossaries, Misses misses, Supplier<Set<String>> facets) {
        this.search = search;
        this.glossaries = glossaries;
        this.misses = misses;
        this.facets = facets;
    }

    List<Route> all() {
        return List.of(
                Route.get("/search")
                        .needs(Permission.PUBLIC)
                        .answers(200, SearchPage.class)
                        .query("q", "what to find; blank lists everything, newest first")
                        .query("lang", "zh or en: language of titles, snippets and links")
                        .query("edition", "id of an edition; may repeat")
                        .query("type", "kind of object; may repeat")
                        .query("facet", "name:value of a declared facet, or the facet's name as parameter; may repeat")
                        .query("sort", "relevance, newest, time or price")
                        .query("limit", "hits on the page, 1–50")
                        .query("cursor", "next of an earlier page")
                        .query("after", "id of an event whose change must be visible")
                        .summary("Finds objects in Chinese, English, pinyin, initials, codes and with typing errors.")
                        .handle(this::find),
                Route.get("/suggest")
                        .needs(Permission.PUBLIC)
                        .answers(200, Suggestions.class)
                        .query("q", "what was typed so far")
                        .query("lang", "zh or en")
                        .query("limit", "completions, 1–20")
                        .summary("Completes what is being typed.")
                        .handle(this::suggest),
                Route.get("/organiser/search")
                        .needs(MANAGE)
                        .answers(200, SearchStatus.class)
                        .summary("Says how the index does.")
                        .handle(request -> Response.json(search.status())),
                Route.post("/organiser/search/rebuild")
                        .needs(MANAGE)
                        .answers(204, Void.class)
                        .summary("Builds a new index in the background.")
                        .handle(request -> {
                            search.rebuild();
                            return Response.noContent();
                        }),
                Route.get("/organiser/search/misses")
                        .needs(MANAGE)
                        .answers(200, MissedQueries.class)
                        .summary("Lists questions without an exact answer.")
                        .handle(request -> Response.json(new MissedQueries(misses.often()))),
                Route.get("/organiser/search/glossary")
                        .needs(MANAGE)
                        .answers(200, GlossaryGroups.class)
                        .summary("Lists the organisers' groups of equal words.")
                        .handle(request -> Response.json(new GlossaryGroups(glossaries.all()))),
                Route.post("/organiser/search/glossary")
                        .needs(MANAGE)
                        .takes(GlossaryDraft.class)
                        .answers(201, GlossaryGroup.class)
                        .summary("Adds a group of equal words.")
                        .handle(this::add),
                Route.put("/organiser/search/glossary/{id}")
                        .needs(MANAGE)
                        .takes(GlossaryDraft.class)
                        .answers(200, GlossaryGroup.class)
                        .summary("Changes a group of equal words.")
                        .handle(this::change),
                Route.delete("/organiser/search/glossary/{id}")
                        .needs(MANAGE)
                        .answers(204, Void.class)
                        .summary("Removes a group of equal words.")
                        .handle(request -> {
                            glossaries.remove(request.path("id"));
                            return Response.noContent();
                        }));
    }

    private Response find(Request request) {
        var question = new SearchRequest(
                request.query("q").orElse(""),
                language(request),
                filters(request),
                sort(request),
                request.query("limit", 20, 1, 50),
                request.query("cursor"),
                request.query("after"));
        return Response.json(search.run(question, request.caller()));
    }

    private Response suggest(Request request) {
        int limit = request.query("limit", 8, 1, MAX_SUGGESTIONS);
        return Response.json(new Suggestions(
                search.suggest(request.query("q").orElse(""), language(request), limit, request.caller())));
    }

    private Response add(Request request) {
        var draft = request.body(GlossaryDraft.class);
        var group = glossaries.add(
                draft.forms(), draft.note().orElse(""), request.caller().ref());
        return Response.created(URI.create("/api/organiser/search/glossary/" + group.id()), group);
    }

    private Response change(Request request) {
        var draft = request.body(GlossaryDraft.class);
        var group = glossaries.change(
                request.path("id"),
                draft.forms(),
                draft.note().orElse(""),
                request.ifMatch(),
                request.caller().ref());
        return Response.json(group, group.version());
    }

    private static Language language(Request request) {
        var asked = request.query("lang");
        if (asked.isEmpty()) {
            return request.language();
        }
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(asked.get()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("/lang", "lang is zh or en"));
    }

    private static SearchRequest.Sort sort(Request request) {
        var asked = request.query("sort").orElse("relevance");
        return Arrays.stream(SearchRequest.Sort.values())
                .filter(sort -> sort.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("/sort", "sort is relevance, newest, time or price"));
    }

    private Map<String, Set<String>> filters(Request request) {
        var filters = new TreeMap<String, Set<String>>();
        var names = new LinkedHashSet<>(List.of("edition", "type", "org"));
        names.addAll(facets.get());
        for (var name : names) {
            var values = new LinkedHashSet<>(request.queryAll(name));
            values.removeIf(String::isBlank);
            if (!values.isEmpty()) {
                filters.put(name, values);
            }
        }
        for (var pair : request.queryAll("facet")) {
            int colon = pair.indexOf(':');
            if (colon <= 0 || colon == pair.length() - 1) {
                throw Problem.invalid("/facet", "a facet is written name:value");
            }
            filters.computeIfAbsent(pair.substring(0, colon), name -> new LinkedHashSet<>())
                    .add(pair.substring(colon + 1));
        }
        return filters;
    }
}
