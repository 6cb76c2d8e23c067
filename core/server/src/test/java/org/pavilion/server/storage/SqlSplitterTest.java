package org.pavilion.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SqlSplitterTest {

    @Test
    void cutsAtSemicolons() {
        assertSplit("a; b;\n c", "a", "b", "c");
        assertSplit(" ; ;; ");
    }

    @Test
    void keepsSemicolonsInQuotesAndComments() {
        assertSplit("insert into a values ('x;y''; z'); b", "insert into a values ('x;y''; z')", "b");
        assertSplit("select \"a;b\", [c;d], `e;f`; b", "select \"a;b\", [c;d], `e;f`", "b");
        assertSplit("a -- no; cut\n; b /* nor; here */", "a -- no; cut", "b /* nor; here */");
        assertSplit("-- only a comment;\n/* and; another */");
    }

    @Test
    void keepsDollarQuotedBodies() {
        assertSplit("create function f() as $$ a; b $$; c", "create function f() as $$ a; b $$", "c");
        assertSplit("x $tag$ a; $$ b; $tag$; c", "x $tag$ a; $$ b; $tag$", "c");
        assertSplit("select $1; b", "select $1", "b");
    }

    @Test
    void keepsTriggerBodies() {
        var trigger =
                "create trigger t after insert on a begin update b set x = case when 1 then 2 end; delete from c; end";
        assertSplit(trigger + "; d", trigger, "d");
        assertSplit("select case when a then b end; c", "select case when a then b end", "c");
    }

    @Test
    void unfinishedQuotesRunToTheEnd() {
        assertSplit("a 'b; c", "a 'b; c");
        assertSplit("a /* b; c", "a /* b; c");
    }

    @Test
    void neverFailsAndNeverLosesAWordWhateverTheText() {
        var random = new Random(7);
        var pieces =
                List.of("word", " ", ";", "'", "\"", "--", "\n", "/*", "*/", "$$", "$t$", "begin", "end", "trigger");
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder("first ");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            var statements = SqlSplitter.split(text.toString());
            assertTrue(String.join("", statements).startsWith("first"), text.toString());
            assertTrue(words(text.toString()) >= words(String.join(" ; ", statements)), text.toString());
        }
    }

    private static int words(String text) {
        return text.split("word", -1).length;
    }

    private static void assertSplit(String sql, String... statements) {
        assertEquals(List.of(statements), SqlSplitter.split(sql));
    }
}
