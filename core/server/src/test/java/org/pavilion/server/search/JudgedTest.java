package org.pavilion.server.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Language;
import org.pavilion.api.Text;
import org.pavilion.server.search.index.LiveIndex;
import org.pavilion.server.search.index.View;
import org.pavilion.server.search.query.GeneralGlossary;
import org.pavilion.server.search.query.Glossary;

/** Questions as visitors type them, over the demo records. */
final class JudgedTest {
    @TempDir
    private Path dir;

    @Test
    void findsWhatVisitorsMeanAndNothingForJunk() throws IOException {
        var glossary = new Glossary(GeneralGlossary.groups());
        try (var index = LiveIndex.open(dir)) {
            for (var document : Corpus.documents()) {
                index.put("core", Text.same(document.ref().type()), document);
            }
            index.refresh();
            var view = index.acquire();
            var score = new JudgedScore(Corpus.judged(), query -> ids(view, glossary, query));
            index.release(view);
            assertTrue(score.queries() >= 100, score::toString);
            assertTrue(score.mean() >= .95, score::toString);
            assertEquals(List.of(), score.unanswered, score::toString);
            assertEquals(List.of(), score.junk, score::toString);
        }
    }

    private static List<String> ids(View view, Glossary glossary, String query) {
        var finder = new Finder(
                view,
                new Sight(Set.of("pub"), Set.of()),
                SearchRequest.of(query, Language.ZH),
                (facet, value, language) -> Optional.empty());
        try {
            return finder.page(glossary, false).hits().stream().map(Hit::id).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
