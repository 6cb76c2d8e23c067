package org.pavilion.server.search.text;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/** Folds what the tokenizer reads. Offsets never move. */
final class FoldFilter extends CharFilter {
    FoldFilter(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int read = input.read(buffer, from, length);
        if (read > 0) {
            Fold.fold(buffer, from, from + read);
        }
        return read;
    }

    @Override
    protected int correct(int offset) {
        return offset;
    }
}
