package org.pavilion.server.search;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Language;
import org.pavilion.api.Text;
import org.pavilion.server.search.index.LiveIndex;
import org.pavilion.server.search.query.GeneralGlossary;
import org.pavilion.server.search.query.Glossary;
import org.pavilion.server.search.query.Plan;

final class HostileInputTest {
    private static final int MAX_TERMS = 350;
    private static final String[] PIECES = {
        "\u0000",
        "\u202e",
        "\ud800",
        "\udc00",
        "\"",
        "“",
        "*",
        "?",
        "~2",
        "AND",
        "(",
        ")",
        "[a TO z]",
        ":",
        "\\",
        "长",
        "行",
        "重",
        "人工智能",
        "机器人",
        "5G",
        "zhong",
        "a",
        "-",
        "_",
        ".",
        "é",
        "𠮷",
        "😀",
        "ﬁ",
        "㈱",
        " ",
        "xian",
        "新冠",
        "芯片"
    };
    private static final Glossary GLOSSARY = new Glossary(GeneralGlossary.groups());

    @TempDir
    private Path dir;

    @Test
    void anyTextGivesAPlanOfBoundedCostAndAnAnswer() throws IOException {
        var random = new Random(11);
        try (var index = LiveIndex.open(dir)) {
            for (var document : Corpus.documents().subList(0, 80)) {
                index.put("core", Text.same("x"), document);
            }
            index.refresh();
            var view = index.acquire();
            long end = System.nanoTime() + 2_000_000_000L;
            for (int n = 0; n < 20_000 && System.nanoTime() < end; n++) {
                var typed = typed(random);
                assertBounded(typed);
                var sight = new Sight(Set.of("pub"), Set.of());
                FacetLabels labels = (facet, value, language) -> Optional.empty();
                var request = SearchRequest.of(typed, Language.EN);
                for (var hit : new Finder(view, sight, request, labels)
                        .page(GLOSSARY, false)
                        .hits()) {
                    assertFalse(hit.title().contains("<script"), hit::title);
                }
                new Completer(view, sight, Language.EN, labels).complete(typed, 8);
            }
            index.release(view);
        }
    }

    @Test
    void longPastesCostNoMoreThanShortQuestions() {
        assertBounded("人工智能芯片机器人新冠疫苗".repeat(40));
        assertBounded("ai chip robot covid vaccine drone ".repeat(20));
        assertBounded("芯片 机器人 新冠 疫苗 人工智能 激光 数据 软件 网络 电池 专利 贷款");
        assertBounded("行长重乐都会大行长重乐都会大行长重");
    }

    private static void assertBounded(String typed) {
        var plan = Plan.of(typed, GLOSSARY);
        assertTerms(typed, plan.strict().query());
        plan.typedPinyin().ifPresent(stage -> assertTerms(typed, stage.query()));
        plan.relaxed().ifPresent(stage -> assertTerms(typed, stage.query()));
        plan.loose().ifPresent(stage -> assertTerms(typed, stage.query()));
    }

    private static void assertTerms(String typed, Query query) {
        var terms = new AtomicInteger();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query leaf, Term... consumed) {
                terms.addAndGet(consumed.length);
            }

            @Override
            public QueryVisitor getSubVisitor(Occur occur, Query parent) {
                return this;
            }
        });
        assertTrue(terms.get() <= MAX_TERMS, () -> terms + " terms for " + typed);
    }

    private static String typed(Random random) {
        var typed = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            typed.append(
                    random.nextInt(4) == 0
                            ? String.valueOf((char) random.nextInt(1 << 16))
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        return typed.toString();
    }
}
