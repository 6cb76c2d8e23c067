package org.pavilion.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pavilion.server.json.Json;

/** The search API over the whole dataset. */
@ExtendWith(House.Shared.class)
final class SearchApiTest {

    record Hit(String ref, String type, String id, String title, String snippet, String url, String via) {}

    record Value(String value, String label, long count) {}

    record Found(List<Hit> hits, long total, Map<String, List<Value>> facets) {}

    @ParameterizedTest
    @CsvSource({
        "抗菌不锈钢, item:item-antibac-steel",
        "抗菌不锈钢材料技术, offer:offer-antibac-steel",
        "丽泽金融商务区, demand:dem-lize-5g",
        "瓦里安中国研发中心, deal:deal-2019-varian",
        "北京大学科技开发部, agency:agy-pku",
        "创信融平台配套政策, policy:pol-chuangxinrong",
        "揭榜挂帅, programme:prog-jiebang",
        "抗疫科技展区, zone:zone-epidemic",
        "云上展厅, platform:plat-cloud-hall",
        "2019重大成果发布会, session:ses-2019-release",
        "加强基础研究全球合作倡议, initiative:init-1",
        "流浪地球, scifi:sci-wandering-earth",
        "第六届中关村国际前沿科技创新大赛, contest:con-frontier-6",
        "中关村全球科技园区创新发展指数, index:idx-park-2020",
        "创信云贷, finance:fin-chuangxinyun",
        "钟南山, person:per-zhong-nanshan",
        "国务院国资委科技创新和社会责任局, organisation:org-sasac-innov",
        "2020中关村论坛, edition:ed-zgcf-2020",
        "诺奖级科学家人数, fact:fact-f2020-nobel",
        "Antibacterial Stainless Steel, item:item-antibac-steel",
        "Women in Science, initiative:init-2",
        "kangjun buxiugang, item:item-antibac-steel",
        "抗菌不鏽鋼, item:item-antibac-steel"
    })
    void everyKindOfRecordIsFound(String words, String ref, House house) {
        var refs = search(house, words).hits().stream().map(Hit::ref).toList();
        assertTrue(refs.contains(ref), words + " → " + refs);
    }

    @Test
    void aHitSaysWhatItIsAndWhereItsPageIs(House house) {
        var hit = search(house, "抗菌不锈钢").hits().getFirst();
        assertEquals(hit.ref(), hit.type() + ":" + hit.id());
        assertEquals("exact", hit.via());
        assertEquals(200, house.page(hit.url()).statusCode());
        assertTrue(hit.title().contains("<mark>"), hit.toString());
    }

    @Test
    void everyHitOfABroadQueryHasAPage(House house) {
        for (var words : List.of("技术", "中关村", "science", "展")) {
            for (var hit : search(house, words).hits()) {
                assertEquals(200, house.page(hit.url()).statusCode(), hit.toString());
            }
        }
    }

    @Test
    void junkFindsNothing(House house) {
        for (var words : List.of("qwxzkjv", "哈哈哈哈哈哈", "🙂🙂🙂", "zzzz9999", "___")) {
            assertEquals(0, search(house, words).total(), words);
        }
    }

    @Test
    void typeAndEditionNarrow(House house) {
        var all = search(house, "技术");
        var items = search(house, "技术", "&type=item");
        assertTrue(items.total() > 0 && items.total() < all.total());
        items.hits().forEach(hit -> assertEquals("item", hit.type()));
        var edition = search(house, "技术", "&edition=ed-ttc-2023");
        assertTrue(edition.total() > 0 && edition.total() < all.total());
    }

    @Test
    void facetValuesAreCalledAsReadersCallThem(House house) {
        var zh = search(house, "呼吸机").facets();
        assertEquals(List.of("易世恒"), labels(zh, "org"));
        assertTrue(labels(zh, "zone").contains("抗疫科技展区"), zh.toString());
        assertTrue(labels(zh, "zone").stream().noneMatch(label -> label.startsWith("zone-")), zh.toString());
        var en = search(house, "呼吸机", "&lang=en").facets();
        assertEquals(List.of("Yishiheng"), labels(en, "org"));
        var chosen = search(house, "呼吸机", "&lang=en&org=" + encode("易世恒"));
        assertEquals(zh.getOrDefault("org", List.of()).getFirst().count(), chosen.total());
        assertEquals(
                "易世恒", chosen.facets().getOrDefault("org", List.of()).getFirst().value());
    }

    @Test
    void aChosenValueThatIsNoIdIsAnsweredLikeAnyOther(House house) {
        assertEquals(0, search(house, "呼吸机", "&zone=" + encode("no such: 展区")).total());
    }

    private static List<String> labels(Map<String, List<Value>> facets, String facet) {
        return facets.getOrDefault(facet, List.of()).stream().map(Value::label).toList();
    }

    @Test
    void suggestionsCompleteChineseAndPinyin(House house) {
        for (var words : List.of("抗菌", "kangjun")) {
            assertTrue(house.get("/api/suggest?q=" + encode(words)).body().contains("抗菌不锈钢"), words);
        }
    }

    private static Found search(House house, String words) {
        return search(house, words, "");
    }

    private static Found search(House house, String words, String further) {
        var answer = house.get("/api/search?limit=20&q=" + encode(words) + further);
        assertEquals(200, answer.statusCode(), answer.body());
        return new Json().view(answer.body(), Found.class);
    }

    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
