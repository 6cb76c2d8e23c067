package org.pavilion.plugin.forum;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pavilion.api.Caller;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Text;

/** The papers of a session, from the records of other boards that name it. */
record Materials(PluginContext context) {
    private record Sort(int rank, Text kind) {}

    /** How a record names the session it comes from, and what it then is. */
    private static final Map<String, Sort> SORTS = Map.of(
            "presented-at", new Sort(0, new Text("政策", "Policy")),
            "released-at", new Sort(1, new Text("指数与报告", "Index or report")),
            "issued-at", new Sort(2, new Text("倡议", "Call")),
            "signed-at", new Sort(3, new Text("签约", "Signed deal")));

    /** The relations that stand behind the papers: a page that lists them need not repeat them. */
    static List<String> relations() {
        return SORTS.keySet().stream().sorted().toList();
    }

    /** Policies first, then reports, calls and deals, by name. */
    List<Material> of(Ref session, Caller caller) {
        var sorts = new TreeMap<String, Sort>();
        for (var link : context.links().of(session, caller)) {
            var sort = SORTS.get(link.relation());
            if (sort != null && !link.outgoing()) {
                sorts.putIfAbsent(link.other().toString(), sort);
            }
        }
        var refs = sorts.keySet().stream().map(Ref::of).toList();
        return context.search().read(refs, caller).stream()
                .sorted(Comparator.comparing(
                                (SearchDocument paper) -> sort(sorts, paper).rank())
                        .thenComparing(paper -> paper.title().zh())
                        .thenComparing(paper -> paper.ref().id()))
                .map(paper -> new Material(
                        paper.ref(),
                        sort(sorts, paper).kind(),
                        paper.title(),
                        paper.link().toString(),
                        paper.body()))
                .toList();
    }

    private static Sort sort(Map<String, Sort> sorts, SearchDocument paper) {
        var sort = sorts.get(paper.ref().toString());
        if (sort == null) {
            throw new IllegalStateException("search answered what nobody asked for: " + paper.ref());
        }
        return sort;
    }
}
