package org.pavilion.server.search.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.pavilion.server.search.index.Codes;
import org.pavilion.server.search.index.Fields;
import org.pavilion.server.search.text.Pinyin;

/** What was typed, ready to be asked in stages. Total: every string has a plan. */
public final class Plan {
    /** Chinese characters above which only strict matches are looked for. */
    private static final int MAX_HAN_RELAXED = 24;

    private final List<Run> runs;
    private final String whole;
    private final boolean code;
    private final Glossary glossary;

    private Plan(String raw, Glossary glossary) {
        this.runs = Run.of(raw);
        this.whole = Codes.key(String.join("", runs.stream().map(Run::text).toList()));
        this.code = Codes.looksLikeCode(runs.stream().map(Run::text).collect(Collectors.joining(" ")), whole);
        this.glossary = glossary;
    }

    public static Plan of(String raw, Glossary glossary) {
        return new Plan(raw, glossary);
    }

    /** Whether nothing was typed that could be looked for. */
    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /** The folded text as counted among the misses. */
    public String folded() {
        return runs.stream().map(Run::text).collect(Collectors.joining(" "));
    }

    /** Everything as typed. */
    public Stage strict() {
        var marks = new LinkedHashSet<String>();
        var query = new BooleanQuery.Builder()
                .add(new Strict(new Expansion(glossary, marks), false).all(runs), Occur.MUST)
                .add(Words.boost(new ConstantScoreQuery(Words.term(Fields.WHOLE, whole)), 12), Occur.SHOULD)
                .build();
        return new Stage(code ? orCode(query) : query, new Marks(marks, List.of(), Set.of()));
    }

    private Query orCode(Query query) {
        return Words.best(List.of(
                query,
                Words.boost(new ConstantScoreQuery(Words.term(Fields.CODE, whole)), 50),
                Words.boost(new ConstantScoreQuery(new PrefixQuery(new Term(Fields.CODE, whole))), 10)));
    }

    /** Letters read as pinyin; empty when there are none. */
    public Optional<Stage> typedPinyin() {
        var words = letters();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        var marks = new LinkedHashSet<String>();
        var query = new Strict(new Expansion(glossary, marks), true).all(runs);
        var sounds = new ArrayList<List<Set<String>>>();
        var together = Strict.syllables(words);
        if (!together.isEmpty()) {
            sounds.add(alternatives(together));
        }
        words.forEach(word -> sounds.add(alternatives(Pinyin.split(word))));
        sounds.removeIf(sound -> sound.size() < 2);
        return Optional.of(new Stage(query, new Marks(marks, sounds, Set.of())));
    }

    /** Sound-alikes and near words; empty when the text is too long for it. */
    public Optional<Stage> relaxed() {
        if (tooLong()) {
            return Optional.empty();
        }
        var marks = new LinkedHashSet<String>();
        var query = new Relaxed(new Strict(new Expansion(glossary, marks), true)).most(runs);
        var sounds = runs.stream()
                .filter(Run::han)
                .map(run -> Pinyin.alternatives(run.text()))
                .toList();
        return Optional.of(new Stage(query, new Marks(marks, sounds, Set.copyOf(letters()))));
    }

    /** A good part of the words; empty when nothing is left of the text or it is too long. */
    public Optional<Stage> loose() {
        if (tooLong()) {
            return Optional.empty();
        }
        var marks = new LinkedHashSet<String>();
        var expansion = new Expansion(glossary, marks);
        return new Loose(new Strict(expansion, true), expansion)
                .part(runs)
                .map(query -> new Stage(query, new Marks(marks, List.of(), Set.of())));
    }

    /** Whether any Chinese was typed. */
    public boolean anyHan() {
        return runs.stream().anyMatch(Run::han);
    }

    private List<String> letters() {
        return runs.stream()
                .filter(run -> !run.han() && !run.quoted())
                .map(Run::text)
                .toList();
    }

    private static List<Set<String>> alternatives(List<String> syllables) {
        return syllables.stream().map(Set::of).toList();
    }

    private boolean tooLong() {
        return runs.stream()
                        .filter(Run::han)
                        .mapToInt(run -> run.text().length())
                        .sum()
                > MAX_HAN_RELAXED;
    }

    /** One way to ask, and what it makes worth marking. */
    public record Stage(Query query, Marks marks) {}
}
