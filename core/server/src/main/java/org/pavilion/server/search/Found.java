package org.pavilion.server.search;

import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldDocs;
import org.pavilion.server.search.query.Marks;

/**
 * What one stage found.
 *
 * @param query as asked, without access filter and choices
 * @param partial whether the deadline passed before everything was seen
 */
record Found(Query query, TopFieldDocs top, FacetsCollector all, Marks marks, Via via, boolean partial) {
    long total() {
        return top.totalHits.value();
    }
}
