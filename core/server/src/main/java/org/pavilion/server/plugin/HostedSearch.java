package org.pavilion.server.plugin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.Envelope;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.SearchIndex;
import org.pavilion.api.SearchSource;

/** Search as one plugin sees it: only the types its manifest declares. */
record HostedSearch(SearchIndex index, Manifest manifest, Doorway doorway) implements SearchIndex {
    @Override
    public SearchIndex provide(String type, SearchSource source) {
        doorway.registering();
        doorway.declared(manifest.search().stream().anyMatch(each -> each.type().equals(type)), "search type", type);
        index.provide(type, new Source(source, doorway));
        return this;
    }

    @Override
    public SearchIndex touch(String event, Function<Envelope<Record>, Set<Ref>> alsoChanged) {
        doorway.registering();
        doorway.declared(HostedEvents.heard(manifest, event), "event", event);
        index.touch(event, envelope -> doorway.within(() -> alsoChanged.apply(envelope)));
        return this;
    }

    @Override
    public List<Match> similar(Ref subject, String type, int limit, Caller caller) {
        doorway.alive();
        return index.similar(subject, type, limit, caller);
    }

    @Override
    public List<SearchDocument> read(Collection<Ref> refs, Caller caller) {
        doorway.alive();
        return index.read(refs, caller);
    }

    private record Source(SearchSource source, Doorway doorway) implements SearchSource {
        @Override
        public Stream<String> ids(Handle handle) {
            return doorway.within(() -> source.ids(handle));
        }

        @Override
        public Optional<SearchDocument> document(Handle handle, String id) {
            return doorway.within(() -> source.document(handle, id));
        }
    }
}
