package org.pavilion.server.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.suggest.document.CompletionQuery;
import org.apache.lucene.search.suggest.document.ContextQuery;
import org.apache.lucene.search.suggest.document.FuzzyCompletionQuery;
import org.apache.lucene.search.suggest.document.PrefixCompletionQuery;
import org.apache.lucene.search.suggest.document.TopSuggestDocs;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.server.search.index.Fields;
import org.pavilion.server.search.index.View;
import org.pavilion.server.search.text.Fold;
import org.pavilion.server.search.text.PlainText;

/** Completes the beginning of a title, an inner word, its pinyin or its initials. */
final class Completer {
    private static final int MAX_TYPED = 32;
    private static final int MIN_FUZZY = 3;
    /** One object stands under several keys. */
    private static final int KEYS = 8;

    private final View view;
    private final Sight sight;
    private final Language language;
    private final FacetLabels labels;

    Completer(View view, Sight sight, Language language, FacetLabels labels) {
        this.view = view;
        this.sight = sight;
        this.language = language;
        this.labels = labels;
    }

    List<Suggestion> complete(String typed, int limit) throws IOException {
        var start = Fold.fold(PlainText.clean(typed, MAX_TYPED));
        if (start.isEmpty()) {
            return List.of();
        }
        var term = new Term(Fields.SUGGEST, start);
        var exact = suggestions(new PrefixCompletionQuery(new KeywordAnalyzer(), term), limit);
        boolean near = exact.isEmpty() && start.length() >= MIN_FUZZY;
        return near ? suggestions(new FuzzyCompletionQuery(new KeywordAnalyzer(), term), limit) : exact;
    }

    private List<Suggestion> suggestions(CompletionQuery query, int limit) throws IOException {
        var readers = new ContextQuery(query);
        sight.groups().forEach(readers::addContext);
        TopSuggestDocs top = view.suggester().suggest(readers, limit * KEYS, false);
        var stored = view.searcher().storedFields();
        var all = new ArrayList<Suggestion>();
        var seen = new HashSet<String>();
        for (var doc : top.scoreLookupDocs()) {
            var part = stored.document(
                    doc.doc, Set.of(Fields.OBJECT, Fields.LINK, Fields.TITLE_ZH_STORED, Fields.TITLE_EN_STORED));
            var ref = Ref.of(Finder.text(part, Fields.OBJECT));
            var title = Finder.in(part, language, Fields.TITLE_ZH_STORED, Fields.TITLE_EN_STORED);
            boolean fresh = !sight.hidden().contains(ref.type()) && seen.add(ref.toString()) && seen.add(title);
            if (fresh && all.size() < limit) {
                var label = labels.label(Fields.TYPE, ref.type(), language).orElse(ref.type());
                all.add(new Suggestion(ref, title, ref.type(), label, Finder.url(part, language)));
            }
        }
        return all;
    }
}
