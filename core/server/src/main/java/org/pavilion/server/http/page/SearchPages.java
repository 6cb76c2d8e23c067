package org.pavilion.server.http.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.plugin.PluginHost;
import org.pavilion.server.search.FacetCount;
import org.pavilion.server.search.Search;
import org.pavilion.server.search.SearchPage;
import org.pavilion.server.search.SearchRequest;
import org.pavilion.server.search.SearchRequest.Sort;

/** The search page: the same query as the JSON API, every filter a link. */
final class SearchPages {
    private static final int HITS = 20;
    private static final int LONGEST = 200;
    private static final String KIND = "type";
    private static final List<String> FIRST = List.of("edition", "field", "zone");

    private final Search search;
    private final PluginHost plugins;
    private final PageTools tools;

    SearchPages(Search search, PluginHost plugins, PageTools tools) {
        this.search = search;
        this.plugins = plugins;
        this.tools = tools;
    }

    Response show(Request request) {
        var q = request.query("q").map(String::strip).orElse("");
        if (q.length() > LONGEST) {
            throw Problem.invalid("/q", "at most " + LONGEST + " characters");
        }
        var here = Address.of("/search").with("q", q);
        var wanted = SearchRequest.of(q, request.language())
                .limit(HITS)
                .sort(sort(request, q))
                .cursor(request.query("cursor"));
        for (var facet : facets()) {
            var values = request.queryAll(facet).stream()
                    .filter(v -> !v.isBlank())
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                wanted = wanted.where(facet, values.toArray(String[]::new));
                here = here.with(facet, values);
            }
        }
        here = here.with("sort", request.query("sort").orElse(""));
        var found = search.run(wanted, request.caller());
        return Response.page(tools.render(request, "search", finding(q, found, here, request)));
    }

    private static Finding finding(String q, SearchPage found, Address here, Request request) {
        var kept = new ArrayList<Finding.Kept>();
        here.parameters().forEach((name, values) -> {
            if (!name.equals("q") && !name.equals("sort")) {
                values.forEach(value -> kept.add(new Finding.Kept(name, value)));
            }
        });
        var facets = FIRST.stream()
                .map(name -> facet(name, readable(found.facets().getOrDefault(name, List.of())), here))
                .filter(facet -> !facet.choices().isEmpty())
                .toList();
        return new Finding(
                q,
                found.hits(),
                found.total(),
                found.via(),
                found.didYouMean(),
                found.partial(),
                facet(KIND, found.facets().getOrDefault(KIND, List.of()), here),
                facets,
                List.copyOf(kept),
                List.of(order("relevance", here, !q.isEmpty()), order("newest", here, q.isEmpty())),
                Address.of("/search").with("q", q).toString(),
                found.next().map(token -> here.with("cursor", token).toString()),
                request.query("cursor").map(token -> here.toString()));
    }

    /** Values that nobody gave a name are no choice for a reader. */
    private static List<FacetCount> readable(List<FacetCount> counts) {
        return counts.stream()
                .filter(each -> each.chosen() || !each.label().equals(each.value()))
                .toList();
    }

    private static Finding.Facet facet(String name, List<FacetCount> counts, Address here) {
        return new Finding.Facet(
                name,
                counts.stream()
                        .map(each -> new Finding.Choice(
                                each.value(),
                                each.label(),
                                each.count(),
                                each.chosen(),
                                here.toggled(name, each.value()).toString()))
                        .toList());
    }

    private static Finding.Order order(String name, Address here, boolean usual) {
        var asked = here.parameters().getOrDefault("sort", List.of());
        boolean chosen = asked.isEmpty() ? usual : asked.contains(name);
        return new Finding.Order(name, chosen, here.with("sort", name).toString());
    }

    private static Sort sort(Request request, String q) {
        var name = request.query("sort").orElse(q.isEmpty() ? "newest" : "relevance");
        for (var each : Sort.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(name)) {
                return each;
            }
        }
        throw Problem.invalid("/sort", "not an order: " + name);
    }

    /** What a visitor may filter by now: the house's own facets and those of running plugins. */
    private Set<String> facets() {
        var names = new LinkedHashSet<String>();
        names.add(KIND);
        names.add("org");
        names.addAll(FIRST);
        for (var mount : plugins.mounts()) {
            mount.manifest().search().forEach(type -> names.addAll(type.facets()));
        }
        return names;
    }
}
