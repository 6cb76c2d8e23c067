package org.pavilion.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.lucene.util.Version;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Envelope;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Route;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.SearchIndex;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.event.EventLog;
import org.pavilion.server.search.Sources.Provided;
import org.pavilion.server.search.query.Plan;
import org.pavilion.server.search.text.Table;
import org.pavilion.server.telemetry.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds everything a caller may read; an index in the data directory that follows the log. */
public final class Search implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    /** Changes with the fields of the index. */
    private static final String FIELDS = "2";

    private static final Duration QUEUE = Duration.ofMillis(200);
    private static final Duration FRESHNESS = Duration.ofMillis(300);
    private static final Duration BETWEEN_MISS_FLUSHES = Duration.ofSeconds(10);

    private final Sources sources = new Sources();
    private final Reading reading;
    private final Keeper keeper;
    private final Glossaries glossaries;
    private final Misses misses;
    private final Asked asked;
    private final EventLog log;
    private final FacetLabels labels;
    private final Telemetry telemetry;
    private final Semaphore searching = new Semaphore(2 * Runtime.getRuntime().availableProcessors(), true);

    private Search(
            Path dir,
            Storage core,
            DomainEvents events,
            EventLog log,
            FacetLabels labels,
            String build,
            Telemetry telemetry)
            throws IOException {
        this.log = log;
        this.telemetry = telemetry;
        this.labels = (facet, value, language) -> facet.equals("type")
                ? sources.of(value).map(provided -> provided.title().in(language))
                : labels.label(facet, value, language)
                        .or(() -> Ref.find(facet, value).flatMap(ref -> titleOf(ref, language)));
        this.glossaries = new Glossaries(core, events);
        this.misses = new Misses(core);
        this.asked = new Asked(core);
        this.reading = new Reading(telemetry);
        var retries = new Retries(core);
        var filling = new Filling(sources, reading, retries);
        var schema = Table.fingerprint().substring(0, 8) + "-" + FIELDS + "-" + Version.LATEST.major;
        this.keeper = new Keeper(new Folders(dir, schema), log, sources, filling, retries, epoch(core), build);
        telemetry.gauge("search_lag", () -> Math.max(0, log.head() - keeper.position()));
    }

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
        try {
            return new Search(dir, core, events, log, labels, build, telemetry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String epoch(Storage core) {
        return core.read(handle -> handle.createQuery("select id from core_epoch")
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    /** Begins to follow the log, once the sources of this start are provided; types that miss from the index are read first. */
    public void start() {
        keeper.start();
        keeper.also(BETWEEN_MISS_FLUSHES, misses::flush);
        keeper.also(BETWEEN_MISS_FLUSHES, asked::flush);
    }

    /**
     * Serves a type of an owner from now on. After {@link #start} all its objects are read again.
     *
     * @param facets names the documents may use besides the reserved ones
     */
    public void provide(
            String owner, String type, Text title, Set<String> facets, Storage storage, SearchSource source) {
        var provided = new Provided(owner, type, title, Set.copyOf(facets), storage, source);
        sources.provide(provided);
        keeper.provided(provided);
    }

    /** Re-reads further objects when the event happens; the envelope's event tells nothing but its subject. */
    public void touch(String owner, String event, Function<Envelope<Record>, Set<Ref>> alsoChanged) {
        sources.touch(owner, event, alsoChanged);
    }

    /** Takes the owner's types out of all results at once. Its documents stay hidden until it provides them again. */
    public void withdraw(String owner) {
        sources.all().stream()
                .filter(provided -> provided.owner().equals(owner))
                .forEach(provided -> keeper.withdrawn(provided.type()));
        sources.withdraw(owner);
    }

    /** Deletes the owner's documents for good. */
    public void forget(String owner) {
        withdraw(owner);
        keeper.forget(owner);
    }

    /** Searches as the caller: what the caller may not read is neither found nor counted. */
    public SearchPage run(SearchRequest request, Caller caller) {
        long begin = System.nanoTime();
        boolean stale = request.after().isPresent() && !sees(request.after().get());
        var sight = Sight.by(caller, keeper.hidden());
        var glossary = glossaries.snapshot();
        var page = limited(() -> keeper.use(view -> new Finder(view, sight, request, labels).page(glossary, stale)));
        if (request.cursor().isEmpty()) {
            var folded = Plan.of(request.q(), glossary).folded();
            misses.saw(request.q(), folded, page);
            asked.saw(request.q(), folded, page.total());
        }
        telemetry.seconds("search", (System.nanoTime() - begin) / 1e9, "via", page.via());
        return page;
    }

    private boolean sees(String eventId) {
        long begin = System.nanoTime();
        var position = log.awaitSeqOf(eventId, FRESHNESS);
        var left = FRESHNESS.minusNanos(System.nanoTime() - begin);
        return position.isPresent() && keeper.await(position.get(), left);
    }

    /** Completes what is being typed; Chinese, pinyin, initials or English. */
    public List<Suggestion> suggest(String q, Language language, int limit, Caller caller) {
        var sight = Sight.by(caller, keeper.hidden());
        return limited(() -> keeper.use(view -> new Completer(view, sight, language, labels).complete(q, limit)));
    }

    /** Objects of the type most like the subject, with the terms they share. */
    public List<SearchIndex.Match> similar(Ref subject, String type, int limit, Caller caller) {
        return similar(subject, Set.of(type), limit, caller);
    }

    /** The objects of all these types most like the subject, best first, whatever their type. */
    public List<SearchIndex.Match> similar(Ref subject, Set<String> types, int limit, Caller caller) {
        var sight = Sight.by(caller, keeper.hidden());
        return limited(() -> keeper.use(view -> new Likeness(view, sight).to(subject, types, limit)));
    }

    private interface Asking<T> {
        T ask();
    }

    /** Virtual threads do not bound the processor: at most twice as many questions as cores run at once. */
    private <T> T limited(Asking<T> asking) {
        try {
            if (!searching.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Problem("search.busy", 503, "search is busy").retryAfter(1000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem("search.busy", 503, "search is busy").retryAfter(1000);
        }
        try {
            return asking.ask();
        } finally {
            searching.release();
        }
    }

    /** Current documents of these objects, straight from their sources; objects that are gone are left out. */
    public Map<Ref, SearchDocument> documents(Collection<Ref> refs) {
        var byType = new TreeMap<String, List<String>>();
        refs.forEach(ref ->
                byType.computeIfAbsent(ref.type(), type -> new ArrayList<>()).add(ref.id()));
        var documents = new LinkedHashMap<Ref, SearchDocument>();
        byType.forEach((type, ids) -> sources.of(type).ifPresent(provided -> {
            try {
                reading.many(provided, ids).forEach(document -> documents.put(document.ref(), document));
            } catch (Reading.SourceFailed e) {
                LOG.warn("The documents of {} could not be read: {}", type, e.getMessage());
            }
        }));
        return documents;
    }

    /** A facet named like a type holds ids of that type: its values are called as the objects are. */
    private Optional<String> titleOf(Ref ref, Language language) {
        return Optional.ofNullable(documents(List.of(ref)).get(ref))
                .map(document -> document.title().in(language));
    }

    /** Whether searches see everything up to this log position, waiting for it up to the limit. */
    public boolean await(long position, Duration limit) {
        return keeper.await(position, limit);
    }

    public SearchStatus status() {
        return keeper.status();
    }

    /** Builds a fresh index in the background and swaps it in; the old one serves meanwhile. */
    public void rebuild() {
        keeper.rebuild();
    }

    /** Rewrites the parts of the index that hold deleted documents, so that no file has a word of them. */
    public void expunge() {
        keeper.expunge();
    }

    /** The organisers' groups of words that mean the same, the last changed first. */
    public List<GlossaryGroup> glossary() {
        return glossaries.all();
    }

    /** Adds a group of 2–12 forms; queries use it at once. */
    public GlossaryGroup addToGlossary(List<String> forms, Ref by) {
        return glossaries.add(forms, "", by);
    }

    public void removeFromGlossary(String group) {
        glossaries.remove(group);
    }

    /** What visitors asked for without an exact answer, the most frequent first. */
    public List<MissedQuery> missed() {
        return misses.often();
    }

    /** What was asked most since then: anything, or only what found nothing. */
    public List<AskedQuery> asked(Instant since, boolean inVain, int limit) {
        return asked.most(since, inVain, limit);
    }

    /** {@code /search}, {@code /suggest} and the organiser's routes below {@code /organiser/search}. */
    public List<Route> routes() {
        return new SearchRoutes(this, glossaries, misses, sources::facets).all();
    }

    /** The SPI for one mount, limited to the types and facets it declared. */
    public SearchIndex index(String owner, Storage storage, List<DeclaredType> declared) {
        return new MountedIndex(this, owner, storage, declared);
    }

    /** A type an owner's manifest declares, with the facets its documents may carry. */
    public record DeclaredType(String type, Text title, Set<String> facets) {}

    /** The title of a type that is served now. */
    public Optional<Text> title(String type) {
        return sources.of(type).map(Provided::title);
    }

    @Override
    public void close() {
        keeper.close();
        misses.flush();
        asked.flush();
        reading.close();
    }
}
