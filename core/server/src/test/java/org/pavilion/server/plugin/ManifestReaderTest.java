package org.pavilion.server.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pavilion.api.Problem;

final class ManifestReaderTest {
    private static Manifest read(TestJar jar) {
        return ManifestReader.read(jar.manifest().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTheCompleteManifestOfTheDesign() {
        var manifest = ManifestReader.read("""
                { "schema": 1,
                  "id": "trading", "version": "1.4.0", "class": "org.pavilion.plugin.trading.TradingPlugin",
                  "name": {"zh": "技术交易", "en": "Technology trading"}, "licence": "Apache-2.0",
                  "docs": "https://example.org/trading",
                  "requires": {"pavilion": ">=0.1.0 & <2.0.0", "plugins": {"exhibition": ">=1.0.0"}, "optional": ["policy"]},
                  "prefix": "trading", "pages": ["/market", "/deals"],
                  "roles": [{"name": "trading:broker", "title": {"zh": "技术经理人", "en": "Broker"}}],
                  "permissions": [
                    {"name": "trading:offer.publish", "title": {"zh": "发布成果", "en": "Publish"},
                     "grants": ["booth-owner", "trading:broker", "organiser"]},
                    {"name": "trading:deal.sign", "title": {"zh": "签约", "en": "Sign"}, "grants": [], "stepUp": true}],
                  "settings": {"type": "object", "properties": {
                    "reviewers": {"type": "integer", "minimum": 1, "maximum": 9, "default": 3,
                                  "title": {"zh": "评审人数", "en": "Reviewers"}},
                    "signingKey": {"type": "string", "x-secret": true}}},
                  "events": {"publishes": ["trading.offer-published.v1"], "listens": ["exhibition.booth-published.v1"]},
                  "search": [{"type": "offer", "title": {"zh": "成果", "en": "Offer"}, "facets": ["field", "trl"],
                              "page": "/market/{id}"}],
                  "rooms": [{"subject": "deal", "modules": ["chat"]}],
                  "imports": ["offer"], "after": ["organisation", "item"],
                  "metrics": [{"name": "offer-view", "title": {"zh": "成果浏览", "en": "Offer views"}}],
                  "outbound": ["api.example.org:443"], "tasks": ["expire-offers"] }
                """.getBytes(StandardCharsets.UTF_8));
        assertEquals("org.pavilion.plugin.trading", manifest.packageName());
        assertEquals(2, manifest.permissions().size());
        assertEquals(Map.of("reviewers", 3), manifest.settings().complete(Map.of()));
        assertEquals("/market/{id}", manifest.search().getFirst().path());
    }

    private record Bad(String pointer, TestJar jar) {}

    private static Bad bad(String pointer, String member, String json) {
        return new Bad(pointer, TestJar.of("sample").member(member, json));
    }

    @TestFactory
    Stream<DynamicTest> refusesWithAPointerToTheFault() {
        return Stream.of(
                        bad("/schema", "schema", "2"),
                        bad("/colour", "colour", "'red'"),
                        bad("/id", "id", "'../../evil'"),
                        bad("/id", "id", "'Sample'"),
                        bad("/id", "id", "'search'"),
                        bad("/prefix", "prefix", "'identity'"),
                        bad("/prefix", "prefix", "'a_b'"),
                        bad("/version", "version", "'1.0'"),
                        bad("/class", "class", "'Main'"),
                        bad("/class", "class", "'org.pavilion.server.Evil'"),
                        bad("/class", "class", "7"),
                        bad("/name/en", "name", "{'zh':'样例','en':''}"),
                        bad("/name/en", "name", "{'zh':'样例'}"),
                        bad("/requires/pavilion", "requires", "{'pavilion':'1.2.3'}"),
                        bad(
                                "/requires/plugins/other",
                                "requires",
                                "{'pavilion':'>=0.1.0','plugins':{'other':'1.2.3'}}"),
                        bad("/requires/pavilion", "requires", "{}"),
                        bad("/pages/0", "pages", "['/organiser']"),
                        bad("/pages/1", "pages", "['/ok','no']"),
                        bad("/permissions/0/name", "permissions", "[{'name':'other:x','title':{'zh':'甲','en':'A'}}]"),
                        bad(
                                "/permissions/0/grants/0",
                                "permissions",
                                "[{'name':'sample:x','title':{'zh':'甲','en':'A'},'grants':['king']}]"),
                        bad("/roles/0/title/zh", "roles", "[{'name':'sample:x','title':{'zh':'','en':'A'}}]"),
                        bad("/events/publishes/0", "events", "{'publishes':['other.done.v1']}"),
                        bad("/events/publishes/0", "events", "{'publishes':['sample.done']}"),
                        bad(
                                "/settings/properties/a/type",
                                "settings",
                                "{'type':'object','properties':{'a':{'type':'number'}}}"),
                        bad(
                                "/settings/properties/a/pattern",
                                "settings",
                                "{'type':'object','properties':{'a':{'type':'string','pattern':'x'}}}"),
                        bad(
                                "/settings/properties/a/default",
                                "settings",
                                "{'type':'object','properties':{'a':{'type':'integer','maximum':3,'default':4}}}"),
                        bad(
                                "/search/0/page",
                                "search",
                                "[{'type':'thing','title':{'zh':'甲','en':'A'},'page':'/other/{id}'}]"),
                        bad("/tasks/1", "tasks", "['a','a']"),
                        bad("/outbound/0", "outbound", "['https://x']"),
                        new Bad("/prefix", TestJar.of("two-words")),
                        new Bad("/licence", TestJar.of("sample").without("licence")))
                .map(each -> DynamicTest.dynamicTest(
                        each.pointer() + " " + each.jar().manifest(), () -> {
                            var problem = assertThrows(Problem.class, () -> read(each.jar()));
                            assertEquals("plugin.manifest", problem.code());
                            assertEquals(each.pointer(), problem.pointer(), problem.detail());
                            assertTrue(problem.detail().startsWith("plugin.json "), problem.detail());
                        }));
    }
}
