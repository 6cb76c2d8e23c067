package org.pavilion.server.live.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Disguises that people use are seen through, and nobody honest is stopped by it. */
final class EvasionTest {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final List<String> TERMS = List.of(
            "scam", "idiot", "viagra", "asshole", "free money", "代开发票", "加微信", "六合彩", "骗子公司", "赌博网站", "傻瓜", "兼职刷单");

    private final TermMatcher matcher = new TermMatcher(
            TERMS.stream().map(term -> new Term(term, Verdict.REJECT)).toList());

    /** @param kind how it is disguised */
    private record Evasion(String kind, String term, String text) {
        static Evasion of(String line) {
            var parts = line.split("\t", 3);
            return new Evasion(
                    parts[0],
                    parts[1],
                    ESCAPE.matcher(parts[2])
                            .replaceAll(hex -> String.valueOf((char) Integer.parseInt(hex.group(1), 16))));
        }
    }

    @Test
    void everyDisguiseIsSeenThrough() {
        var evasions = lines("evasions.tsv").stream().map(Evasion::of).toList();
        assertTrue(evasions.size() >= 200, "only " + evasions.size());
        var missed = evasions.stream()
                .filter(each -> matcher.find(each.text()).stream()
                        .noneMatch(match -> match.term().text().equals(each.term())))
                .map(each -> each.kind() + ": " + each.text())
                .toList();
        assertEquals(List.of(), missed);
    }

    @Test
    void whatOnlySoundsLikeATermWaitsAndIsNotSentBack() {
        var heard = lines("evasions.tsv").stream()
                .map(Evasion::of)
                .filter(each -> each.kind().equals("pinyin"))
                .toList();
        assertTrue(heard.size() >= 20, "only " + heard.size());
        heard.forEach(each -> assertEquals(Verdict.HOLD, TermMatcher.verdict(matcher.find(each.text())), each.text()));
    }

    @Test
    void honestSentencesPass() {
        var honest = lines("honest.txt");
        assertTrue(honest.size() >= 100, "only " + honest.size());
        assertEquals(
                List.of(),
                honest.stream().filter(text -> !matcher.find(text).isEmpty()).toList());
    }

    @Test
    void onlyTheTermIsMasked() {
        var masking = new TermMatcher(List.of(new Term("scam", Verdict.MASK)));
        var text = "what a S.C.A.M, or not";
        assertEquals("what a *******, or not", TermMatcher.masked(text, masking.find(text)));
        assertEquals(Verdict.MASK, TermMatcher.verdict(masking.find(text)));
        assertEquals(Verdict.PASS, TermMatcher.verdict(masking.find("a scampi")));
        assertEquals(
                Verdict.MASK,
                TermMatcher.verdict(new TermMatcher(List.of(new Term("scam*", Verdict.MASK))).find("scammers")));
    }

    @Test
    void withoutRulesNothingIsFound() {
        assertEquals(List.of(), new TermMatcher(List.of()).find("anything 什么都行"));
    }

    private static List<String> lines(String name) {
        try (var in = Objects.requireNonNull(EvasionTest.class.getResourceAsStream("/words/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
