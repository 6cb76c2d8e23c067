/** The Lucene side of search: fields, documents, the writer with its readers, and the directory they live in. */
@NullMarked
package org.pavilion.server.search.index;

import org.jspecify.annotations.NullMarked;
