package org.pavilion.server.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.server.search.index.Fields;
import org.pavilion.server.search.index.View;
import org.pavilion.server.search.query.Glossary;
import org.pavilion.server.search.query.Marks;
import org.pavilion.server.search.query.Plan;
import org.pavilion.server.search.show.Highlighter;

/** Answers one question on one view of the index. */
final class Finder {
    private static final int TITLE = 80;
    private static final int SNIPPET = 120;
    /** Parts of one object collapse, so more hits are fetched than shown. */
    private static final int PARTS = 4;

    private final View view;
    private final Sight sight;
    private final SearchRequest request;
    private final FacetLabels labels;

    Finder(View view, Sight sight, SearchRequest request, FacetLabels labels) {
        this.view = view;
        this.sight = sight;
        this.request = request;
        this.labels = labels;
    }

    SearchPage page(Glossary glossary, boolean stale) throws IOException {
        int offset = Cursor.offset(request);
        int depth = Math.min(Cursor.MAX_DEPTH * PARTS, offset * PARTS + request.limit() * PARTS + 1);
        var stages = new Stages(view, sight, request, depth);
        var plan = Plan.of(request.q(), glossary);
        if (plan.isEmpty() && !request.q().isBlank()) {
            return new SearchPage(
                    List.of(), 0, Map.of(), Via.EXACT.word(), Optional.empty(), Optional.empty(), stale, false);
        }
        var found = request.q().isBlank() ? stages.browse() : stages.find(plan);
        var hits = new ArrayList<Hit>();
        var seen = new HashSet<String>();
        var didYouMean = "";
        boolean more = false;
        int collapsed = 0;
        var stored = view.searcher().storedFields();
        for (var doc : found.top().scoreDocs) {
            var part = stored.document(doc.doc);
            if (!seen.add(text(part, Fields.OBJECT))) {
                collapsed++;
            } else if (seen.size() > offset + request.limit()) {
                more = true;
                break;
            } else if (seen.size() > offset) {
                didYouMean = hits.isEmpty() ? didYouMean(part, found) : didYouMean;
                hits.add(hit(part, found));
            }
        }
        return new SearchPage(
                hits,
                found.total() - collapsed,
                new Facets(view, sight, request, labels).of(found),
                found.via().word(),
                Optional.of(didYouMean).filter(text -> text.length() > 1),
                Cursor.at(request, offset + request.limit(), more),
                stale,
                found.partial());
    }

    private Hit hit(Document part, Found found) {
        var language = request.language();
        var ref = Ref.of(text(part, Fields.OBJECT));
        var title = in(part, language, Fields.TITLE_ZH_STORED, Fields.TITLE_EN_STORED);
        var body = in(part, language, Fields.BODY_ZH_STORED, Fields.BODY_EN_STORED);
        return new Hit(
                ref,
                ref.type(),
                labels.label(Fields.TYPE, ref.type(), language).orElse(ref.type()),
                ref.id(),
                Highlighter.best(title, found.marks(), TITLE).html(),
                Highlighter.best(body, found.marks(), SNIPPET).html(),
                url(part, language),
                found.via().word(),
                shownIn(part, language).tag(),
                Instant.ofEpochMilli(number(part)));
    }

    static String url(Document part, Language language) {
        var link = text(part, Fields.LINK);
        return language == Language.EN && link.startsWith("/") ? "/en" + (link.equals("/") ? "" : link) : link;
    }

    /** The text in the language, or in the other one when it is missing. */
    static String in(Document part, Language language, String zh, String en) {
        var wanted = text(part, language == Language.ZH ? zh : en);
        return wanted.isEmpty() ? text(part, language == Language.ZH ? en : zh) : wanted;
    }

    private static Language shownIn(Document part, Language language) {
        var wanted = language == Language.ZH ? Fields.TITLE_ZH_STORED : Fields.TITLE_EN_STORED;
        return text(part, wanted).isEmpty() ? language.other() : language;
    }

    static String text(Document part, String field) {
        var value = part.get(field);
        return value == null ? "" : value;
    }

    private static long number(Document part) {
        IndexableField field = part.getField(Fields.CHANGED);
        return field == null || field.numericValue() == null
                ? 0
                : field.numericValue().longValue();
    }

    /** The words behind a sound-alike match. */
    private static String didYouMean(Document part, Found found) {
        if (found.via() != Via.PINYIN) {
            return "";
        }
        var heard = new Marks(Set.of(), found.marks().sounds(), Set.of());
        var inTitle = Highlighter.longestMatch(text(part, Fields.TITLE_ZH_STORED), heard);
        return inTitle.isEmpty() ? Highlighter.longestMatch(text(part, Fields.BODY_ZH_STORED), heard) : inTitle;
    }
}
