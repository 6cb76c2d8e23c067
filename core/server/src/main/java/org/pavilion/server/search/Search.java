package org.pavilion.server.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Envelope;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.SearchIndex;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.telemetry.Telemetry;

/** Finds everything a caller may read; an index in the data directory that follows the log. */
public final class Search implements AutoCloseable {

    private Search() {}

    /**
     * Opens the index in its directory, or an empty one that {@link #start} fills.
     *
     * @param core the core's own storage, for the glossary and the record of missed queries
     * @param events the core's side of the log, for changes of the glossary
     * @param labels names of facet values
     * @param build changes with the software: an index of another build is rebuilt while it serves
     */
    public static Search open(
            Path dir,
            Storage core,
            DomainEvents events,
            EventLog log,
            FacetLabels labels,
            String build,
            Telemetry telemetry) {
        return pending();
    }

    /** Begins to follow the log, once the sources of this start are provided; types that miss from the index are read first. */
    public void start() {
        pending();
    }

    /**
     * Serves a type of an owner from now on. After {@link #start} all its objects are read again.
     *
     * @param facets names the documents may use besides the reserved ones
     */
    public void provide(
            String owner, String type, Text title, Set<String> facets, Storage storage, SearchSource source) {
        pending();
    }

    /** Re-reads further objects when the event happens. */
    public void touch(String owner, String event, Function<Envelope<Record>, Set<Ref>> alsoChanged) {
        pending();
    }

    /** Takes the owner's types out of all results at once. Its documents stay hidden until it provides them again. */
    public void withdraw(String owner) {
        pending();
    }

    /** Deletes the owner's documents for good. */
    public void forget(String owner) {
        pending();
    }

    /** Searches as the caller: what the caller may not read is neither found nor counted. */
    public SearchPage run(SearchRequest request, Caller caller) {
        return pending();
    }

    /** Completes what is being typed; Chinese, pinyin, initials or English. */
    public List<Suggestion> suggest(String q, Language language, int limit, Caller caller) {
        return pending();
    }

    /** Objects of the type most like the subject, with the terms they share. */
    public List<SearchIndex.Match> similar(Ref subject, String type, int limit, Caller caller) {
        return pending();
    }

    /** Current documents of these objects, straight from their sources; objects that are gone are left out. */
    public Map<Ref, SearchDocument> documents(Collection<Ref> refs) {
        return pending();
    }

    public SearchStatus status() {
        return pending();
    }

    /** Builds a fresh index in the background and swaps it in; the old one serves meanwhile. */
    public void rebuild() {
        pending();
    }

    /** {@code /search}, {@code /suggest} and the organiser's routes below {@code /organiser/search}. */
    public List<Route> routes() {
        return pending();
    }

    /** The SPI for one mount, limited to the types and facets it declared. */
    public SearchIndex index(String owner, Storage storage, List<DeclaredType> declared) {
        return pending();
    }

    /** A type an owner's manifest declares, with the facets its documents may carry. */
    public record DeclaredType(String type, Text title, Set<String> facets) {}

    @SuppressWarnings("TypeParameterUnusedInFormals") // gone with the last pending method
    private static <T> T pending() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
