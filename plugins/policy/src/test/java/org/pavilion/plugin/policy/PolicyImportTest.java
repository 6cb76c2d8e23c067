package org.pavilion.plugin.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.testing.Store.POSTGRES;
import static org.pavilion.testing.Store.SQLITE;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pavilion.server.imports.ImportReport;
import org.pavilion.testing.Expo;
import org.pavilion.testing.PavilionTest;
import org.pavilion.testing.Role;

/** Documents come in whole and coherent, or not at all; a change of the law is a new version. */
@PavilionTest(
        plugin = PolicyPlugin.class,
        stores = {SQLITE, POSTGRES})
final class PolicyImportTest {
    private static final String RULE =
            "{'id':'RULE','type':'rate-capped','base':'paid','rate':'0.30','caps':[{'when':{},'amount':'1000'}],"
                    + "'capScope':'enterprise-year','beneficiary':'borrower','conditions':[{'fact':'holds'}]}";

    private static String document(String id, String rules, String more) {
        return ("{'id':'" + id + "','kind':'policy','name':{'zh':'" + id + "','en':'" + id + "'},"
                        + "'summary':{'zh':'要','en':'Sum'},'edition':'ed-zgcf-2020','effectiveYear':2020,"
                        + "'effectiveYearBasis':'announcement-or-approval','currency':'CNY','rounding':'down-0.01',"
                        + "'status':'released','rules':[" + rules + "]" + more + "}")
                .replace('\'', '"');
    }

    private static ImportReport run(Expo expo, String line) {
        return expo.server()
                .imports()
                .run("policy", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'rate':'0.30' | 'rate':'3.0' | /rules/0/rate",
                "'rate':'0.30' | 'rate':'-0.1' | /rules/0/rate",
                "'rate':'0.30' | 'rate':'0' | /rules/0/rate",
                "'rate':'0.30' | 'rate':'1e-1' | /rules/0/rate",
                "'rate':'0.30', | '' | /rules/0/rate",
                "'amount':'1000' | 'amount':'-5' | /rules/0/caps/0/amount",
                "'amount':'1000' | 'amount':'0' | /rules/0/caps/0/amount",
                "'amount':'1000' | 'amount':'1.234' | /rules/0/caps/0/amount",
                "'caps':[{'when':{},'amount':'1000'}] | 'caps':[] | /rules/0/caps",
                "{'when':{},'amount':'1000'} | {'when':{},'amount':'1'},{'when':{},'amount':'2'} | /rules/0/caps/1/when",
                "'type':'rate-capped' | 'type':'magic' | /rules/0/type",
                "'type':'rate-capped' | 'type':'cap-only' | /rules/0/rate",
                "'type':'rate-capped' | 'type':'rate' | /rules/0/caps",
                "'type':'rate-capped' | 'type':'bands' | /rules/0/bandMode",
                "'base':'paid', | '' | /rules/0/base",
                "'base':'paid' | 'base':'claims' | /rules/0/base",
                "'base':'paid' | 'base':'a b' | /rules/0/base",
                "'base':'paid' | 'base':'holds' | /rules/0/conditions/0/fact",
                "'capScope':'enterprise-year' | 'capScope':'galaxy' | /rules/0/capScope",
                "'capScope':'enterprise-year', | '' | /rules/0/capScope",
                "'id':'RULE' | 'id':'../x' | /rules/0/id",
                "'beneficiary':'borrower' | 'beneficiary':'A B' | /rules/0/beneficiary",
                "'rate':'0.30' | 'rate':'0.30','rateQualifier':'maybe' | /rules/0/rateQualifier",
                "'rate':'0.30' | 'rate':'0.30','examples':[{'name':{'zh':'例','en':'E'},'facts':{'paid':'100','holds':true},'outcome':'eligible','amount':'31.00'}] | /rules/0/examples/0",
                "'rate':'0.30' | 'rate':'0.30','examples':[{'name':{'zh':'例','en':'E'},'facts':{'gold':'100'},'outcome':'eligible'}] | /rules/0/examples/0"
            })
    void refusesAnIncoherentRuleWithPointerAndReason(String sound, String faulty, String pointer, Expo expo) {
        var rule = RULE.replace("RULE", "r-hostile");
        var broken = rule.replace(sound.replace("RULE", "r-hostile"), faulty.equals("''") ? "" : faulty);
        assertFalse(rule.equals(broken), "the case changes nothing");
        var report = run(expo, document("pol-hostile", broken, ""));
        assertEquals(1, report.rejected(), broken);
        var line = report.lines().getFirst();
        assertEquals(pointer, line.pointer(), line.detail());
        assertTrue(line.detail().length() > 5, line.detail());
        expo.as(Role.GUEST).get("/policies/pol-hostile").expect(404);
    }

    @Test
    void refusesTwoRulesOfOneIdAndTheRuleOfAnotherDocument(Expo expo) {
        var rule = RULE.replace("RULE", "r-twice");
        assertEquals(
                "/rules/1/id",
                run(expo, document("pol-twice", rule + "," + rule, ""))
                        .lines()
                        .getFirst()
                        .pointer());
        assertEquals(0, run(expo, document("pol-first", rule, "")).rejected());
        assertEquals(
                "/rules/0/id",
                run(expo, document("pol-second", rule, "")).lines().getFirst().pointer());
        assertEquals(
                "/rules/0/note",
                run(
                                expo,
                                document(
                                        "pol-long",
                                        rule.replace(
                                                "'rate'", "'note':{'zh':'" + "长".repeat(4001) + "','en':''},'rate'"),
                                        ""))
                        .lines()
                        .getFirst()
                        .pointer());
    }

    record Answer(String outcome, @Nullable Minor amount) {
        record Minor(long minor) {}
    }

    private static Answer calculate(Expo expo, String date) {
        return expo.as(Role.GUEST)
                .post("/rules/r-law/calculate", Map.of("facts", Map.of("paid", "1000", "holds", true, "date", date)))
                .expect(200)
                .as(Answer.class);
    }

    private static long minor(Answer answer) {
        var amount = answer.amount();
        return amount == null ? -1 : amount.minor();
    }

    record Versions(List<Version> versions) {
        record Version(int number, String lawFrom) {}
    }

    record Difference(List<Rule> rules) {
        record Rule(String rule, Answer.@Nullable Minor change) {}
    }

    @Test
    void aChangedLawIsANewVersionAndTheDateDecides(Expo expo) {
        var first = RULE.replace("RULE", "r-law");
        var second = first.replace("'0.30'", "'0.50'");
        expo.importLines("policy", document("pol-law", first, ""));
        expo.importLines("policy", document("pol-law", first, ""));
        assertEquals(30_000, minor(calculate(expo, "2023-06-01")));
        expo.importLines("policy", document("pol-law", second, ",'lawFrom':'2022-07-01'"));
        assertEquals(30_000, minor(calculate(expo, "2022-06-30")));
        assertEquals(50_000, minor(calculate(expo, "2022-07-01")));
        assertEquals("not", calculate(expo, "2019-12-31").outcome());
        var versions = expo.as(Role.GUEST)
                .get("/policies/pol-law/versions")
                .expect(200)
                .as(Versions.class)
                .versions();
        assertEquals(
                List.of("2020-01-01", "2022-07-01"),
                versions.stream().map(Versions.Version::lawFrom).toList());
        var diff = expo.as(Role.GUEST)
                .post(
                        "/policies/pol-law/diff",
                        Map.of("from", 1, "to", 2, "facts", Map.of("paid", "1000", "holds", true)))
                .expect(200)
                .as(Difference.class);
        var change = diff.rules().getFirst().change();
        assertEquals(20_000, change == null ? 0 : change.minor());
        for (var language : List.of("", "/en")) {
            var then = expo.as(Role.GUEST)
                    .page(language + "/policy/pol-law?asOf=2021-01-01")
                    .expect(200)
                    .body();
            assertTrue(then.contains("30%") && !then.contains("50%"), "the page shows the law of that day");
            var before = expo.as(Role.GUEST)
                    .page(language + "/policy/pol-law?asOf=2019-01-01")
                    .expect(200)
                    .body();
            assertFalse(before.contains("30%"), "there was no law on that day");
        }
        expo.as(Role.GUEST).page("/policy/pol-law?asOf=never").expect(422);
    }

    @Test
    void aPlannedPolicyIsShownAndNeverComputed(Expo expo) {
        var line =
                document("pol-planned", RULE.replace("RULE", "r-planned"), "").replace("\"released\"", "\"planned\"");
        expo.importLines("policy", line);
        expo.as(Role.GUEST).page("/policy/pol-planned").expect(200);
        var answer = expo.as(Role.GUEST)
                .post("/rules/r-planned/calculate", Map.of("facts", Map.of("paid", "1000", "holds", true)))
                .expect(200)
                .as(Answer.class);
        assertEquals("not", answer.outcome());
    }

    @Test
    void bandsAndConditionsAreRulesToo(Expo expo) {
        var bands = "{'id':'r-bands','type':'bands','base':'paid','bandMode':'marginal','caps':[],'capScope':'none',"
                + "'beneficiary':'bank','conditions':[],'bands':[{'from':'0','to':'1000','rate':'0.10'},"
                + "{'from':'1000','rate':'0.05'}]}";
        var condition = "{'id':'r-condition','type':'condition','caps':[],'capScope':'none','beneficiary':'bank',"
                + "'conditions':[{'fact':'holds'}]}";
        expo.importLines("policy", document("pol-bands", bands + "," + condition, ""));
        var guest = expo.as(Role.GUEST);
        assertEquals(
                10_000 + 5_000,
                minor(guest.post("/rules/r-bands/calculate", Map.of("facts", Map.of("paid", "2000")))
                        .expect(200)
                        .as(Answer.class)));
        var holds = guest.post("/rules/r-condition/calculate", Map.of("facts", Map.of("holds", true)))
                .expect(200)
                .as(Answer.class);
        assertEquals("eligible", holds.outcome());
        assertNull(holds.amount());
    }
}
