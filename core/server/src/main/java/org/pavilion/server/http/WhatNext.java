package org.pavilion.server.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pavilion.api.Caller;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.api.SearchIndex;
import org.pavilion.api.Text;
import org.pavilion.server.plugin.Manifest;
import org.pavilion.server.plugin.Mount;
import org.pavilion.server.search.Search;

/**
 * Answers "what can I do next with this?" from the links between records, in both directions, and
 * from what search finds alike. Plugins name their relations and the verb of each type in their
 * manifests; an unnamed relation is headed by the type at its other end.
 *
 * @param mounts the running plugins
 */
public record WhatNext(Links links, Search search, Supplier<List<Mount>> mounts) {
    /** Relation of cards that no link stands for. */
    static final String SIMILAR = "similar";

    private static final int FIRST = 3;
    private static final int MORE = 21;
    private static final int ALIKE = 24;
    private static final int TELLING = 3;

    /** Alike enough is what scores at least this part of the best. */
    private static final double NEAR = 0.4;

    private record Key(String relation, boolean outgoing) {}

    private record Words(Map<String, Manifest.SearchType> types, Map<String, Manifest.Relation> relations) {}

    /**
     * The panel of an object as the caller may see it.
     *
     * @param shown relations that are left out
     */
    public NextPanel of(Ref subject, Caller caller, Collection<String> shown) {
        var words = words();
        var seen = new HashSet<Ref>(Set.of(subject));
        var linked = new LinkedHashMap<Key, List<NextPanel.Card>>();
        for (var link : links.of(subject, caller)) {
            boolean fresh = seen.add(link.other());
            if (fresh && !shown.contains(link.relation())) {
                linked.computeIfAbsent(new Key(link.relation(), link.outgoing()), key -> new ArrayList<>())
                        .add(card(words, link));
            }
        }
        var groups = new ArrayList<NextPanel.Group>();
        linked.forEach((key, cards) -> groups.add(group(key.relation(), title(words, key, cards), cards)));
        groups.sort(
                Comparator.comparing(group -> group.first().getFirst().verb().isEmpty()));
        groups.addAll(similar(words, subject, caller, seen));
        return new NextPanel(List.copyOf(groups));
    }

    private List<NextPanel.Group> similar(Words words, Ref subject, Caller caller, Set<Ref> seen) {
        var types = new HashSet<String>();
        words.types().forEach((type, declared) -> {
            if (declared.next().isPresent() && !type.equals(subject.type())) {
                types.add(type);
            }
        });
        if (types.isEmpty()) {
            return List.of();
        }
        var matches = search.similar(subject, types, ALIKE, caller);
        double enough =
                matches.stream().mapToDouble(SearchIndex.Match::score).max().orElse(0) * NEAR;
        var near = matches.stream()
                .filter(match -> match.score() >= enough && match.sharedTerms().size() >= TELLING)
                .map(SearchIndex.Match::ref)
                .filter(seen::add)
                .toList();
        var documents = search.documents(near);
        var byType = new LinkedHashMap<String, List<NextPanel.Card>>();
        for (var ref : near) {
            var document = documents.get(ref);
            if (document != null) {
                var link = new Link(
                        ref, SIMILAR, true, document.title(), document.link().toString());
                byType.computeIfAbsent(ref.type(), type -> new ArrayList<>()).add(card(words, link));
            }
        }
        return byType.entrySet().stream()
                .map(each -> group(SIMILAR, alike(kind(words, each.getKey())), each.getValue()))
                .map(group -> new NextPanel.Group(group.relation(), group.title(), group.first(), List.of()))
                .toList();
    }

    private static NextPanel.Group group(String relation, Text title, List<NextPanel.Card> cards) {
        return new NextPanel.Group(
                relation,
                title,
                cards.stream().limit(FIRST).toList(),
                cards.stream().skip(FIRST).limit(MORE).toList());
    }

    private static Text alike(Text kind) {
        return new Text("内容相近 · " + kind.zh(), "Alike · " + kind.en());
    }

    private static Text title(Words words, Key key, List<NextPanel.Card> cards) {
        var relation = words.relations().get(key.relation());
        return relation == null ? cards.getFirst().kind() : key.outgoing() ? relation.out() : relation.in();
    }

    private NextPanel.Card card(Words words, Link link) {
        var type = Optional.ofNullable(words.types().get(link.other().type()));
        return new NextPanel.Card(
                link.other(),
                kind(words, link.other().type()),
                link.title(),
                link.path(),
                type.flatMap(Manifest.SearchType::next));
    }

    private Text kind(Words words, String type) {
        return Optional.ofNullable(words.types().get(type))
                .map(Manifest.SearchType::title)
                .or(() -> search.title(type))
                .orElseGet(() -> Text.same(type));
    }

    private Words words() {
        var types = new HashMap<String, Manifest.SearchType>();
        var relations = new HashMap<String, Manifest.Relation>();
        for (var mount : mounts.get()) {
            mount.manifest().search().forEach(type -> types.putIfAbsent(type.type(), type));
            mount.manifest().relations().forEach(relation -> relations.putIfAbsent(relation.name(), relation));
        }
        return new Words(types, relations);
    }

    /** {@code /objects/{ref}/next}: the same panel for machines. */
    public List<Route> routes() {
        return List.of(Route.get("/objects/{ref}/next")
                .needs(Permission.PUBLIC)
                .answers(200, NextPanel.class)
                .summary("What a reader can do next with an object: its links and what resembles it.")
                .handle(request -> {
                    var subject = Ref.of(request.path("ref"));
                    if (!known(subject, request.caller())) {
                        throw Problem.notFound(subject.toString());
                    }
                    return Response.json(of(subject, request.caller(), Set.of()));
                }));
    }

    private boolean known(Ref ref, Caller caller) {
        var document = search.documents(List.of(ref)).get(ref);
        return document != null && document.visibility().groups().stream().anyMatch(caller.groups()::contains);
    }
}
