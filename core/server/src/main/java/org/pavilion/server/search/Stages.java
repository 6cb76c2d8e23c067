package org.pavilion.server.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.pavilion.server.search.index.Fields;
import org.pavilion.server.search.index.View;
import org.pavilion.server.search.query.Marks;
import org.pavilion.server.search.query.Plan;

/** Asks stage after stage until one finds something, within one deadline. */
final class Stages {
    /** A guard for a starved machine: strict questions are bounded by their terms. */
    private static final long STRICT_NANOS = 3_000_000_000L;

    /** From the question on; near words could cost more than they are worth. */
    private static final long LATER_NANOS = 1_500_000_000L;

    private static final SortField BY_OBJECT = new SortField(Fields.OBJECT, SortField.Type.STRING);

    private final View view;
    private final Sight sight;
    private final SearchRequest request;
    private final int depth;
    private final long begin = System.nanoTime();

    Stages(View view, Sight sight, SearchRequest request, int depth) {
        this.view = view;
        this.sight = sight;
        this.request = request;
        this.depth = depth;
    }

    /** Everything there is, for a blank question. */
    Found browse() throws IOException {
        return ask(MatchAllDocsQuery.INSTANCE, Marks.NONE, Via.EXACT);
    }

    Found find(Plan plan) throws IOException {
        var strict = plan.strict();
        var found = ask(strict.query(), strict.marks(), Via.EXACT);
        var later = List.of(
                new Later(plan::typedPinyin, Via.PINYIN),
                new Later(plan::relaxed, plan.anyHan() ? Via.PINYIN : Via.TYPO),
                new Later(plan::loose, Via.LOOSE));
        for (var next : later) {
            if (found.total() > 0 || found.partial()) {
                return found;
            }
            var stage = next.stage().get();
            if (stage.isPresent()) {
                found = ask(stage.get().query(), stage.get().marks(), next.via());
            }
        }
        return found;
    }

    private record Later(Supplier<Optional<Plan.Stage>> stage, Via via) {}

    private Found ask(Query query, Marks marks, Via via) throws IOException {
        long limit = via == Via.EXACT ? STRICT_NANOS : LATER_NANOS;
        QueryTimeout timeout = () -> System.nanoTime() - begin > limit;
        try {
            var searcher = new IndexSearcher(view.reader());
            searcher.setTimeout(timeout);
            var expanded = via == Via.EXACT ? query : expand(query, timeout);
            var result = searcher.search(
                    sight.limit(expanded, request.filters(), null),
                    new MultiCollectorManager(
                            new TopFieldCollectorManager(order(), depth, Integer.MAX_VALUE),
                            new FacetsCollectorManager()));
            var top = (TopFieldDocs) result[0];
            return new Found(expanded, top, (FacetsCollector) result[1], marks, via, searcher.timedOut());
        } catch (ExitableDirectoryReader.ExitingReaderException e) {
            return nothing(query, marks, via);
        }
    }

    /** Looks up near words on a reader that can be stopped while it walks the vocabulary. */
    private Query expand(Query query, QueryTimeout timeout) throws IOException {
        var exitable = new ExitableDirectoryReader(view.reader(), timeout);
        return new IndexSearcher(exitable).rewrite(query);
    }

    private static Found nothing(Query query, Marks marks, Via via) {
        var none = new TopFieldDocs(new TotalHits(0, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0], new SortField[0]);
        return new Found(query, none, new FacetsCollector(), marks, via, true);
    }

    private Sort order() {
        boolean browsing = request.q().isBlank();
        return switch (request.sort()) {
            case RELEVANCE -> browsing ? newest() : new Sort(SortField.FIELD_SCORE, BY_OBJECT);
            case NEWEST -> newest();
            case TIME -> new Sort(number(Fields.STARTS_AT, false, Long.MAX_VALUE), BY_OBJECT);
            case PRICE -> new Sort(number(Fields.PRICE, false, Long.MAX_VALUE), BY_OBJECT);
        };
    }

    private static Sort newest() {
        return new Sort(number(Fields.CHANGED, true, Long.MIN_VALUE), BY_OBJECT);
    }

    private static SortField number(String field, boolean descending, long missing) {
        return new SortField(field, SortField.Type.LONG, descending, missing);
    }
}
