package org.pavilion.server.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

@BothStores
final class SearchTest {
    private final Library library;

    @TempDir
    private static Path dirs;

    SearchTest(Store store) throws IOException {
        this.library = new Library(store, Files.createTempDirectory(dirs, "search"));
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void aSavedChangeIsFoundByItsSaver() {
        library.start();
        library.settle();
        var event = library.put("b1", "量子机器人", "a", "pub");
        var page = library.search.run(SearchRequest.of("機器人", Language.EN).after(Optional.of(event)), Library.GUEST);
        Library.eventually(() -> library.find("量子").equals(List.of("b1")));
        assertTrue(page.stale() || page.hits().getFirst().url().equals("/en/books/b1"));
        library.remove("b1");
        library.settle();
        assertEquals(List.of(), library.find("量子"));
    }

    @Test
    void titlesAreMarkedAndEscaped() {
        library.put("b1", "<b>量子</b> & 機器人", "a", "pub");
        library.start();
        library.settle();
        var hit = library.search
                .run(SearchRequest.of("机器人", Language.ZH), Library.GUEST)
                .hits()
                .getFirst();
        assertEquals("&lt;b&gt;量子&lt;/b&gt; &amp; <mark>機器人</mark>", hit.title());
        assertEquals("book:b1", hit.ref().toString());
        assertEquals("图书", hit.typeLabel());
    }

    @Test
    void theIndexEqualsTheLogAfterARestart() {
        library.put("b1", "第一本", "a", "pub");
        library.put("b2", "第二本", "a", "pub");
        library.start();
        library.settle();
        library.search.close();
        library.remove("b1");
        library.put("b3", "第三本", "a", "pub");
        library.reopen();
        library.start();
        library.settle();
        assertEquals(Set.of("b2", "b3"), Set.copyOf(library.find("")));
    }

    @Test
    void aWithdrawnOwnersDocumentsAreHiddenUntilItIsBack() {
        library.put("b1", "第一本", "a", "pub");
        library.start();
        library.settle();
        library.search.withdraw("library");
        assertEquals(List.of(), library.find("第一本"));
        assertEquals(List.of(), library.search.suggest("第", Language.ZH, 8, Library.GUEST));
        library.put("b1", "改名本", "a", "pub");
        library.provide();
        Library.eventually(() -> library.find("改名本").equals(List.of("b1")));
    }

    @Test
    void servesWhileItIsBuiltAnew() {
        for (int i = 0; i < 250; i++) {
            library.put("b" + i, "机器人 " + i, "a", "pub");
        }
        library.start();
        library.settle();
        library.search.rebuild();
        for (int i = 0; i < 200; i++) {
            assertEquals(
                    250,
                    library.search
                            .run(SearchRequest.of("机器人", Language.ZH), Library.GUEST)
                            .total());
        }
        library.settle();
        assertEquals(250, library.search.status().documents());
    }

    @Test
    void aDamagedIndexIsPutAsideAndBuiltAnew() throws IOException {
        library.put("b1", "第一本", "a", "pub");
        library.start();
        library.settle();
        library.search.close();
        damage();
        library.reopen();
        assertEquals(
                "search.rebuilding",
                assertThrows(Problem.class, () -> library.find("第一本")).code());
        library.start();
        library.settle();
        assertEquals(List.of("b1"), library.find("第一本"));
        assertTrue(library.search.status().quarantined().isPresent());
    }

    private static void damage() throws IOException {
        try (var files = Files.walk(dirs)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
    }

    @Test
    void aFailingSourceIsAskedAgain() {
        library.start();
        library.settle();
        library.failing.set(true);
        library.put("b1", "第一本", "a", "pub");
        library.settle();
        assertEquals(1, library.search.status().retrying());
        library.failing.set(false);
        Library.eventually(() -> library.find("第一本").equals(List.of("b1")));
    }

    @Test
    void facetsCountWithoutTheirOwnChoice() {
        library.put("b1", "机器人甲", "a", "pub");
        library.put("b2", "机器人乙", "b", "pub");
        library.put("b3", "机器人丙", "b", "role:moderator");
        library.start();
        library.settle();
        var page = library.search.run(
                SearchRequest.of("机器人", Language.ZH).where("shelf", "a").where("edition", "ed-2"), Library.GUEST);
        assertEquals(1, page.total());
        assertEquals(
                Set.of(new FacetCount("a", "a!", 1, true), new FacetCount("b", "b!", 1, false)),
                Set.copyOf(page.facets().getOrDefault("shelf", List.of())));
        assertFalse(page.facets().containsKey("unknown"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        for (int i = 0; i < 23; i++) {
            library.put("b" + i, "机器人", "a", "pub");
        }
        library.start();
        library.settle();
        var request = SearchRequest.of("机器人", Language.ZH).limit(10);
        var seen = new ArrayList<String>();
        Optional<String> next = Optional.empty();
        do {
            var page = library.search.run(request.cursor(next), Library.GUEST);
            page.hits().forEach(hit -> seen.add(hit.id()));
            next = page.next();
        } while (next.isPresent());
        assertEquals(23, seen.size());
        assertEquals(23, Set.copyOf(seen).size());
        assertThrows(Problem.class, () -> library.search.run(request.cursor(Optional.of("nonsense")), Library.GUEST));
    }

    @Test
    void completesChinesePinyinAndInitials() {
        library.put("b1", "中关村论坛", "a", "pub");
        library.start();
        library.settle();
        for (var typed : List.of("中关", "論壇", "zhongg", "zgc", "zhonggaun")) {
            var found = library.search.suggest(typed, Language.ZH, 8, Library.GUEST);
            assertEquals(List.of("中关村论坛"), found.stream().map(Suggestion::text).toList(), typed);
        }
    }

    @Test
    void similarObjectsNameWhatTheyShare() {
        library.put("b1", "量子计算云平台", "a", "pub");
        library.put("b2", "量子计算芯片", "a", "pub");
        library.put("b3", "有机肥生产", "a", "pub");
        library.start();
        library.settle();
        var matches = library.search.similar(new Ref("book", "b1"), "book", 5, Library.GUEST);
        assertEquals(
                List.of(new Ref("book", "b2")),
                matches.stream().map(m -> m.ref()).toList());
        assertTrue(matches.getFirst().sharedTerms().contains("量子"));
    }
}
