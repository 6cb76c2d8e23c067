package org.pavilion.server.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.search.suggest.document.ContextSuggestField;
import org.apache.lucene.util.BytesRef;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Text;
import org.pavilion.server.search.text.Fold;
import org.pavilion.server.search.text.Pinyin;
import org.pavilion.server.search.text.PlainText;

/** Turns an owner's document into Lucene documents: a base part and one for each deeper level. */
public final class DocumentMapper {
    private static final int MAX_TITLE = 300;
    private static final int MAX_BODY = 50_000;
    private static final int MAX_VALUE = 200;
    private static final int SHORTEST_WORD = 3;
    private static final Set<String> RESERVED = Set.of("org", "code", "edition", "price", "startsAt", "popularity");
    private static final Set<String> NO_DIMENSION = Set.of("code", "price", "startsAt", "popularity");

    private final FacetsConfig config = new FacetsConfig();

    /** The facets that exist so far, for readers. */
    public FacetsConfig config() {
        return config;
    }

    /** Whether an owner may use the facet without declaring it. */
    public static boolean isReserved(String facet) {
        return RESERVED.contains(facet);
    }

    /** The parts of one object, base part first; it is also found by the name of its type. Facets are taken as they are: the caller has checked them. */
    public List<Document> parts(String owner, Text label, SearchDocument source) {
        var parts = new ArrayList<Document>();
        parts.add(base(owner, label, source));
        int n = 1;
        for (var level : source.levels()) {
            parts.add(level(owner, source, level, n++));
        }
        return parts;
    }

    private Document base(String owner, Text label, SearchDocument source) {
        var title = clean(source.title(), MAX_TITLE);
        var body = clean(source.body(), MAX_BODY);
        var part = common(
                owner,
                source,
                title,
                body,
                source.ref().toString(),
                source.visibility().groups());
        titles(part, title);
        texts(part, body, source);
        addText(part, Fields.BODY, label.zh());
        addText(part, Fields.BODY, label.en());
        dimensions(part, source);
        suggestions(part, title, source);
        try {
            return config.build(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document level(String owner, SearchDocument source, SearchDocument.Level level, int n) {
        var body = clean(level.body(), MAX_BODY);
        var part = common(
                owner,
                source,
                clean(source.title(), MAX_TITLE),
                body,
                source.ref() + "#" + n,
                level.visibility().groups());
        part.add(new StringField(Fields.DEEPER, "1", Store.NO));
        source.visibility().groups().forEach(group -> part.add(new StringField(Fields.BASE_ACL, group, Store.NO)));
        addText(part, Fields.BODY, body.zh());
        addText(part, Fields.BODY, body.en());
        var pairs = new HashSet<String>();
        Pinyin.pairs(body.zh(), pairs);
        part.add(TermSet.field(Fields.PINYIN, pairs));
        values(source.facets(), "edition").forEach(v -> part.add(new StringField(Fields.EDITION, v, Store.NO)));
        for (var facet : source.facets().entrySet()) {
            if (!NO_DIMENSION.contains(facet.getKey()) && !facet.getKey().equals("edition")) {
                values(source.facets(), facet.getKey())
                        .forEach(v -> part.add(new StringField(Fields.facet(facet.getKey()), v, Store.NO)));
            }
        }
        return part;
    }

    private static Document common(
            String owner, SearchDocument source, Text title, Text body, String id, Set<String> groups) {
        var part = new Document();
        var object = source.ref().toString();
        part.add(new StringField(Fields.ID, id, Store.NO));
        part.add(new StringField(Fields.OBJECT, object, Store.YES));
        part.add(new SortedDocValuesField(Fields.OBJECT, new BytesRef(object)));
        part.add(new StringField(Fields.OWNER, owner, Store.NO));
        part.add(new StringField(Fields.TYPE, source.ref().type(), Store.NO));
        groups.forEach(group -> part.add(new StringField(Fields.ACL, group, Store.NO)));
        part.add(new StoredField(Fields.LINK, source.link().toString()));
        part.add(new StoredField(Fields.CHANGED, source.changed().toEpochMilli()));
        part.add(new NumericDocValuesField(Fields.CHANGED, source.changed().toEpochMilli()));
        number(source, "startsAt").ifPresent(n -> part.add(new NumericDocValuesField(Fields.STARTS_AT, n)));
        number(source, "price").ifPresent(n -> part.add(new NumericDocValuesField(Fields.PRICE, n)));
        store(part, Fields.TITLE_ZH_STORED, title.zh());
        store(part, Fields.TITLE_EN_STORED, title.en());
        store(part, Fields.BODY_ZH_STORED, body.zh());
        store(part, Fields.BODY_EN_STORED, body.en());
        return part;
    }

    private static void titles(Document part, Text title) {
        addText(part, Fields.TITLE, title.zh());
        if (!title.en().equals(title.zh())) {
            addText(part, Fields.TITLE_EN, title.en());
        }
        var whole = new HashSet<>(List.of(Codes.key(title.zh()), Codes.key(title.en())));
        whole.removeIf(String::isEmpty);
        whole.forEach(key -> part.add(new StringField(Fields.WHOLE, key, Store.NO)));
        part.add(TermSet.field(Fields.INITIALS, Initials.of(Fold.fold(title.zh()))));
    }

    private static void texts(Document part, Text body, SearchDocument source) {
        addText(part, Fields.BODY, body.zh());
        if (!body.en().equals(body.zh())) {
            addText(part, Fields.BODY, body.en());
        }
        var tags = source.tags().stream()
                .map(tag -> PlainText.clean(tag, MAX_VALUE))
                .toList();
        tags.forEach(tag -> addText(part, Fields.TAGS, tag));
        var orgs = values(source.facets(), "org");
        orgs.forEach(org -> addText(part, Fields.ORG, org));
        var title = PlainText.clean(source.title().zh(), MAX_TITLE);
        var titlePairs = new HashSet<String>();
        Pinyin.pairs(title, titlePairs);
        part.add(TermSet.field(Fields.PINYIN_TITLE, titlePairs));
        var pairs = new HashSet<>(titlePairs);
        Pinyin.pairs(body.zh(), pairs);
        tags.forEach(tag -> Pinyin.pairs(tag, pairs));
        orgs.forEach(org -> Pinyin.pairs(org, pairs));
        part.add(TermSet.field(Fields.PINYIN, pairs));
        latin(
                part,
                Fields.LATIN_TITLE,
                List.of(source.title().zh(), source.title().en()));
        latin(part, Fields.LATIN, List.of(source.title().zh(), source.title().en(), body.zh(), body.en()));
        var codes = new HashSet<String>();
        values(source.facets(), "code").forEach(code -> codes.add(Codes.key(code)));
        codes.add(Codes.key(source.ref().id()));
        codes.removeIf(String::isEmpty);
        codes.forEach(code -> part.add(new StringField(Fields.CODE, code, Store.NO)));
    }

    private static void latin(Document part, String field, List<String> texts) {
        var words = new HashSet<String>();
        for (var text : texts) {
            var folded = Fold.fold(text);
            for (int i = 0; i < folded.length(); ) {
                int end = i;
                while (end < folded.length()
                        && Character.isLetter(folded.charAt(end))
                        && Fold.isLatin(folded.charAt(end))) {
                    end++;
                }
                if (end - i >= SHORTEST_WORD) {
                    words.add(folded.substring(i, Math.min(end, i + MAX_VALUE)));
                }
                i = Math.max(end, i + 1);
            }
        }
        part.add(TermSet.field(field, words));
    }

    private void dimensions(Document part, SearchDocument source) {
        dimension(part, Fields.TYPE, source.ref().type());
        for (var facet : source.facets().keySet()) {
            if (!NO_DIMENSION.contains(facet) && !facet.equals(Fields.TYPE)) {
                for (var value : values(source.facets(), facet)) {
                    part.add(new StringField(Fields.facet(facet), value, Store.NO));
                    dimension(part, facet, value);
                }
            }
        }
    }

    private void dimension(Document part, String name, String value) {
        config.setMultiValued(name, true);
        config.setDrillDownTermsIndexing(name, FacetsConfig.DrillDownTermsIndexing.NONE);
        part.add(new SortedSetDocValuesFacetField(name, value));
    }

    private static void suggestions(Document part, Text title, SearchDocument source) {
        long popularity = Math.clamp(number(source, "popularity").orElse(1), 1, 1000);
        int length = Math.min(99, Math.max(title.zh().length(), 1));
        int weight = (int) popularity * 100 + 99 - length;
        var groups = source.visibility().groups().toArray(CharSequence[]::new);
        for (var key : SuggestKeys.of(title)) {
            part.add(new ContextSuggestField(Fields.SUGGEST, key, weight, groups));
        }
    }

    private static Text clean(Text text, int limit) {
        var zh = PlainText.clean(text.zh(), limit);
        var en = PlainText.clean(text.en(), limit);
        return zh.isEmpty() && en.isEmpty() ? Text.same("—") : new Text(zh, en);
    }

    private static void addText(Document part, String field, String text) {
        if (!text.isEmpty()) {
            part.add(new TextField(field, text, Store.NO));
        }
    }

    private static void store(Document part, String field, String text) {
        if (!text.isEmpty()) {
            part.add(new StoredField(field, text));
        }
    }

    private static List<String> values(Map<String, List<String>> facets, String name) {
        return facets.getOrDefault(name, List.of()).stream()
                .map(value -> PlainText.clean(value, MAX_VALUE))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static OptionalLong number(SearchDocument source, String facet) {
        var values = source.facets().getOrDefault(facet, List.of());
        if (values.isEmpty()) {
            return OptionalLong.empty();
        }
        var value = values.getFirst();
        try {
            if (value.matches("-?\\d{1,18}")) {
                return OptionalLong.of(Long.parseLong(value));
            }
            var at = value.contains("T")
                    ? Instant.parse(value)
                    : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            return OptionalLong.of(at.toEpochMilli());
        } catch (DateTimeParseException e) {
            return OptionalLong.empty();
        }
    }
}
