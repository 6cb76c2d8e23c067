package org.pavilion.server.search.index;

import java.util.Iterator;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** Many exact terms as one field: a field for each of a thousand pairs took most of the time of indexing. */
final class TermSet extends TokenStream {
    private static final FieldType TYPE = new FieldType();

    static {
        TYPE.setTokenized(true);
        TYPE.setOmitNorms(true);
        TYPE.setIndexOptions(IndexOptions.DOCS);
        TYPE.freeze();
    }

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Iterator<String> terms;

    private TermSet(Set<String> terms) {
        this.terms = terms.iterator();
    }

    static Field field(String name, Set<String> terms) {
        return new Field(name, new TermSet(terms), TYPE);
    }

    @Override
    public boolean incrementToken() {
        if (!terms.hasNext()) {
            return false;
        }
        clearAttributes();
        term.append(terms.next());
        return true;
    }
}
