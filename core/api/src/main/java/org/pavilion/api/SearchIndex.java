package org.pavilion.api;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Makes the plugin's objects findable. The log drives the index; there is no put and no remove. */
@Stable
public interface SearchIndex {

    /** Serves a declared type; every event whose subject is of this type re-reads that object. */
    SearchIndex provide(String type, SearchSource source);

    /** Names the further objects to re-read when the event happens. */
    SearchIndex touch(String event, Function<Envelope<Record>, Set<Ref>> alsoChanged);

    /**
     * Objects of {@code type} most like {@code subject} that the caller may read, best first, with
     * the terms they share; the same input gives the same order.
     */
    List<Match> similar(Ref subject, String type, int limit, Caller caller);

    /** What search knows of these objects, of whatever plugin, in their order; those the caller may not read are left out. */
    @Preview
    List<SearchDocument> read(Collection<Ref> refs, Caller caller);

    /** One similar object and why. */
    record Match(Ref ref, double score, List<String> sharedTerms) {}
}
