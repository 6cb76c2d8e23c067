package org.pavilion.server.search;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pavilion.api.Caller;
import org.pavilion.api.Envelope;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.SearchIndex;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Storage;

/** The index as one owner sees it: only the types it declared. */
final class MountedIndex implements SearchIndex {
    private final Search search;
    private final String owner;
    private final Storage storage;
    private final Map<String, Search.DeclaredType> declared;

    MountedIndex(Search search, String owner, Storage storage, List<Search.DeclaredType> declared) {
        this.search = search;
        this.owner = owner;
        this.storage = storage;
        this.declared = declared.stream().collect(Collectors.toMap(Search.DeclaredType::type, type -> type));
    }

    @Override
    public SearchIndex provide(String type, SearchSource source) {
        var known = declared.get(type);
        if (known == null) {
            throw new Problem(
                    "plugin.undeclared", 500, owner + " provides the search type " + type + " without declaring it");
        }
        search.provide(owner, type, known.title(), known.facets(), storage, source);
        return this;
    }

    @Override
    public SearchIndex touch(String event, Function<Envelope<Record>, Set<Ref>> alsoChanged) {
        search.touch(owner, event, alsoChanged);
        return this;
    }

    @Override
    public List<Match> similar(Ref subject, String type, int limit, Caller caller) {
        return search.similar(subject, type, limit, caller);
    }

    @Override
    public List<SearchDocument> read(Collection<Ref> refs, Caller caller) {
        var known = search.documents(refs);
        return refs.stream()
                .distinct()
                .flatMap(ref -> Optional.ofNullable(known.get(ref)).stream())
                .filter(document -> !Collections.disjoint(document.visibility().groups(), caller.groups()))
                .toList();
    }
}
