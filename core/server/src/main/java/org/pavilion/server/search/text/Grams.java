package org.pavilion.server.search.text;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * The one analysis of documents and queries: stemmed English words, Chinese characters and pairs of
 * characters. No stop words and no dictionary, so a new word never needs a new index.
 */
public final class Grams extends Analyzer {
    /** For queries: virtual threads come and go, so nothing is kept for a thread. */
    private static final Grams QUERY = new Grams(new Fresh());

    /** No phrase reaches from one value of a field into the next. */
    private static final int GAP = 100;

    private Grams(ReuseStrategy reuse) {
        super(reuse);
    }

    /** An analyser for a writer: keeps its parts for each thread. */
    public static Grams forWriter() {
        return new Grams(GLOBAL_REUSE_STRATEGY);
    }

    /** The terms of a text in order; pairs and single characters both. */
    public static List<String> terms(String text) {
        var terms = new ArrayList<String>();
        try (var stream = QUERY.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    /** A term and its place in a phrase. */
    public record Placed(String text, int position) {}

    /** What a phrase is made of: pairs where there are any, single characters and words elsewhere. */
    public static List<Placed> phrase(String text) {
        var all = new ArrayList<Placed>();
        try (var stream = QUERY.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            for (int position = -1; stream.incrementToken(); ) {
                position += step.getPositionIncrement();
                all.add(new Placed(term.toString(), position));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var inPair = new HashSet<Integer>();
        for (var term : all) {
            if (isPair(term.text())) {
                inPair.add(term.position());
                inPair.add(term.position() + 1);
            }
        }
        all.removeIf(term -> !isPair(term.text()) && inPair.contains(term.position()));
        return all;
    }

    private static boolean isPair(String term) {
        return term.length() == 2 && Fold.isHan(term.charAt(0)) && Fold.isHan(term.charAt(1));
    }

    /** The shared analyser for queries. */
    public static Analyzer forQueries() {
        return QUERY;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var words = new StandardTokenizer();
        return new TokenStreamComponents(words, new CJKBigramFilter(new KStemFilter(words), CJKBigramFilter.HAN, true));
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new FoldFilter(reader);
    }

    @Override
    protected Reader initReaderForNormalization(@Nullable String field, Reader reader) {
        return new FoldFilter(reader);
    }

    /** Builds anew each time. */
    static final class Fresh extends ReuseStrategy {
        @Override
        @Nullable
        public TokenStreamComponents getReusableComponents(Analyzer analyzer, String field) {
            return null;
        }

        @Override
        public void setReusableComponents(Analyzer analyzer, String field, TokenStreamComponents parts) {
            // Nothing is kept.
        }
    }
}
