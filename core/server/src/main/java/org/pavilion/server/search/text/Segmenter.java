package org.pavilion.server.search.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts a run of Chinese characters into words; used on queries only. */
public final class Segmenter {
    private static final Analyzer WORDS = new Words();

    private Segmenter() {}

    /**
     * The words of a folded run. Stray single characters in a row become one word, since the
     * dictionary knows few names; a lone one is left out when there is a longer word.
     */
    public static List<String> words(String run) {
        return glue(cut(run));
    }

    /** Every word as the dictionary has it, single characters too. */
    public static List<String> cut(String run) {
        var words = new ArrayList<String>();
        try (var stream = WORDS.tokenStream("", run)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    static List<String> glue(List<String> words) {
        boolean anyLong = words.stream().anyMatch(word -> word.length() > 1);
        var glued = new ArrayList<String>();
        var strays = new StringBuilder();
        for (var word : words) {
            if (word.length() == 1) {
                strays.append(word);
                continue;
            }
            take(strays, anyLong, glued);
            glued.add(word);
        }
        take(strays, anyLong, glued);
        return glued;
    }

    private static void take(StringBuilder strays, boolean anyLong, List<String> into) {
        if (strays.length() > 1 || (strays.length() == 1 && !anyLong)) {
            into.add(strays.toString());
        }
        strays.setLength(0);
    }

    /** smartcn without its stop words. */
    private static final class Words extends Analyzer {
        Words() {
            super(new Grams.Fresh());
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new HMMChineseTokenizer());
        }
    }
}
