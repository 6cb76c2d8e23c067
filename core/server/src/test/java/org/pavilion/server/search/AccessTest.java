package org.pavilion.server.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;
import org.pavilion.server.search.index.LiveIndex;
import org.pavilion.server.search.query.Glossary;

/** Whatever anybody asks, nothing comes back that the caller may not read. */
final class AccessTest {
    private static final List<String> GROUPS = List.of("pub", "role:moderator", "booth:b-1", "user:u-1");
    private static final List<String> WORDS = List.of("机器人", "量子", "芯片", "robot", "quantum", "疫苗");

    @TempDir
    private Path dir;

    @Test
    void hitsSuggestionsFacetsAndLikenessStayWithinWhatIsVisible() throws IOException {
        var random = new Random(3);
        var visibility = new HashMap<String, Set<String>>();
        try (var index = LiveIndex.open(dir)) {
            for (int i = 0; i < 200; i++) {
                var groups = pick(random);
                visibility.put("t" + i, groups);
                index.put("core", Text.same("thing"), document(i, groups, random));
            }
            index.refresh();
            var view = index.acquire();
            for (int n = 0; n < 60; n++) {
                var viewer = pick(random);
                var sight = new Sight(viewer, Set.of());
                FacetLabels labels = (facet, value, language) -> Optional.empty();
                var word = WORDS.get(random.nextInt(WORDS.size()));
                var page = new Finder(
                                view, sight, SearchRequest.of(word, Language.ZH).limit(50), labels)
                        .page(Glossary.EMPTY, false);
                page.hits().forEach(hit -> assertVisible(hit.id(), viewer, visibility));
                page.facets().getOrDefault("own", List.of()).stream()
                        .filter(value -> value.count() > 0)
                        .forEach(value -> assertVisible(value.value(), viewer, visibility));
                new Completer(view, sight, Language.ZH, labels)
                        .complete(word.substring(0, 2), 20)
                        .forEach(found -> assertVisible(found.ref().id(), viewer, visibility));
                new Likeness(view, sight)
                        .to(new Ref("thing", "t" + random.nextInt(200)), Set.of("thing"), 20)
                        .forEach(match -> assertVisible(match.ref().id(), viewer, visibility));
            }
            index.release(view);
        }
    }

    private static void assertVisible(String id, Set<String> viewer, Map<String, Set<String>> visibility) {
        var groups = visibility.getOrDefault(id, Set.of());
        assertTrue(groups.stream().anyMatch(viewer::contains), () -> id + " of " + groups + " shown to " + viewer);
    }

    private static Set<String> pick(Random random) {
        var groups = new HashSet<String>();
        groups.add(GROUPS.get(random.nextInt(GROUPS.size())));
        groups.add(GROUPS.get(random.nextInt(GROUPS.size())));
        return groups;
    }

    private static SearchDocument document(int i, Set<String> groups, Random random) {
        var title = WORDS.get(random.nextInt(WORDS.size())) + WORDS.get(random.nextInt(WORDS.size())) + i;
        var deeper = new SearchDocument.Level("detail", Text.same("深层机器人 quantum " + i), new Visibility(pick(random)));
        return new SearchDocument(
                new Ref("thing", "t" + i),
                Text.same(title),
                Text.same(title),
                Set.of(),
                Map.of("own", List.of("t" + i)),
                URI.create("/t/" + i),
                new Visibility(groups),
                Instant.EPOCH,
                List.of(deeper));
    }
}
