package org.pavilion.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pavilion.server.json.Json;

/** What was released, signed and unveiled at a session stands on its page, and each of them leads back to it. */
@ExtendWith(House.Shared.class)
final class SessionPapersTest {
    private static final Json JSON = new Json();

    record Halls(List<Hall> halls) {
        record Hall(String id) {}
    }

    record Plan(Stands stands) {
        record Stands(List<String> id) {}
    }

    record Panel(List<Group> groups) {
        record Group(String relation, List<Card> first, List<Card> more) {
            List<String> refs() {
                return Stream.concat(first.stream(), more.stream())
                        .map(Card::ref)
                        .toList();
            }
        }

        record Card(String ref) {}

        List<String> of(String relation) {
            return groups.stream()
                    .filter(group -> group.relation().equals(relation))
                    .flatMap(group -> group.refs().stream())
                    .sorted()
                    .toList();
        }
    }

    record Papers(List<Paper> papers) {
        record Paper(String ref, int zh, int en) {}
    }

    /** The source counts five releases, nine signings and four unveilings. */
    @Test
    void aReleaseHasAsManyPapersAsTheSourceCounts(House house) {
        var panel = panel(house, "session:ses-2019-release");
        assertEquals(5, panel.of("presented-at").size());
        assertEquals(9, panel.of("signed-at").size());
        assertEquals(4, panel.of("unveiled-at").size());

        var papers = JSON.view(
                        house.get("/api/plugins/forum/sessions/ses-2019-release/papers")
                                .body(),
                        Papers.class)
                .papers();
        assertEquals(14, papers.size());
        assertTrue(papers.getFirst().ref().startsWith("policy:"), papers.toString());
        assertTrue(papers.stream().allMatch(paper -> paper.zh() > 0 && paper.en() > 0), papers.toString());
        assertEquals(
                404, house.get("/api/plugins/forum/sessions/ses-nobody/papers").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/en"})
    void aSessionsPageListsItsPapersOnce(String prefix, House house) {
        var page = house.page(prefix + "/forum/ses-2019-release").body();
        assertEquals(2, page.split(prefix + "/policy/pol-med-25\"", -1).length, "the policy is linked once");
        assertTrue(page.contains(prefix + "/deals/deal-2019-varian\""), page);
        assertTrue(page.contains(prefix + "/platform/plat-kunpeng\""), page);
        assertFalse(house.page(prefix + "/forum/ses-2023-plenary").body().contains("id=\"materials\""));
    }

    @ParameterizedTest
    @CsvSource({
        "deal:deal-2020-steel,signed-at,session:ses-2020-trading",
        "deal:deal-2023-bee,signed-at,session:ses-2023-agri",
        "policy:pol-first-product-7,presented-at,session:ses-2020-release",
        "policy:pol-1plus5,presented-at,session:ses-2022-1plus5",
        "policy:pol-scenarios,same-measure,demand:dem-lize-5g",
        "demand:dem-lize-5g,same-measure,policy:pol-scenarios",
        "index:idx-talent-2022,released-at,session:ses-2023-report",
        "initiative:init-3,issued-at,session:ses-2023-carbon",
        "platform:plat-kunpeng,unveiled-at,session:ses-2019-release",
        "agency:agy-tsinghua,of-its-house,deal:deal-2022-seetrum",
        "deal:deal-2022-seetrum,of-its-house,agency:agy-tsinghua"
    })
    void eachRecordLeadsToWhereItCameFrom(String from, String relation, String to, House house) {
        assertTrue(
                panel(house, from).of(relation).contains(to),
                () -> panel(house, from).toString());
    }

    /** The room is one link away where no script runs. */
    @Test
    void aBoothOfAnOpenEditionLeadsToItsRoom(House house) {
        var api = "/api/plugins/exhibition/halls";
        var hall = JSON.view(house.get(api).body(), Halls.class).halls().getFirst();
        var stand = JSON.view(house.get(api + "/" + hall.id() + "/plan").body(), Plan.class)
                .stands()
                .id()
                .getFirst();
        var booth = house.page("/en/booth/" + stand).body();
        assertTrue(booth.contains("href=\"/en/live/booth:" + stand + "\""), booth);
        assertEquals(200, house.page("/en/live/booth:" + stand).statusCode());
    }

    private static Panel panel(House house, String ref) {
        return JSON.view(house.get("/api/objects/" + ref + "/next").body(), Panel.class);
    }
}
