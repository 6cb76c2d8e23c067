package org.pavilion.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Notice;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Text;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Sanction;

/** People, roles and sanctions through the pages, without script. */
@ExtendWith(House.Shared.class)
final class PeopleTest {
    private static final Ref OPERATOR = new Ref("operator", "operator");
    private static final Permission MODERATE = new Permission("live:chat.moderate");

    @Test
    void anOrganiserInvitesGivesTakesAndTakesThatBack(House house) {
        var identity = house.server().identity();
        var invited = post(house, "/organiser/people", "email=mira@example.org&name=Mira&role=moderator&scope=hall:h1");
        assertEquals(303, invited.statusCode(), invited.body());
        var page = location(invited).replaceAll("\\?.*", "");
        var mira = identity.accounts().byEmail("mira@example.org").orElseThrow().ref();
        assertTrue(may(identity, mira, "h1"));
        assertFalse(may(identity, mira, "h2"));
        assertTrue(house.asOperator("/organiser/people?q=mira").body().contains(page), "the list leads to her page");
        assertTrue(house.asOperator("/organiser/people?role=moderator").body().contains("hall/h1"));

        var grant = identity.rights().of(mira).getFirst().id();
        var taken = post(house, page + "/grants/" + grant + "/revoke", "");
        assertFalse(may(identity, mira, "h1"));
        var undo = house.asOperator(location(taken)).body();
        assertTrue(undo.contains("/grants/again?role=moderator"), "the notice offers to take it back");
        post(house, page + "/grants/again?role=moderator&scope=hall/h1&until=", "");
        assertTrue(may(identity, mira, "h1"));

        var wrong = post(house, page + "/grants", "role=moderator&scope=not+a+place&until=");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("not a place"), "what was typed stands in the form again");
        assertTrue(wrong.body().contains("aria-invalid"));
    }

    @Test
    void severalAtOnceAreShownBeforeAnythingHappens(House house) {
        var identity = house.server().identity();
        var one = identity.accounts()
                .create("bulk-one@example.org", "Bulk One", Language.EN)
                .ref();
        var two = identity.accounts()
                .create("bulk-two@example.org", "Bulk Two", Language.EN)
                .ref();
        var form = "pick=" + one.id() + "&pick=" + two.id() + "&role=speaker&scope=&act=give";

        var preview = post(house, "/organiser/people/bulk", form);
        assertEquals(200, preview.statusCode());
        assertTrue(preview.body().contains("Bulk Two"));
        assertEquals(0, identity.rights().of(two).size());
        assertEquals(
                303, post(house, "/organiser/people/bulk", form + "&sure=true").statusCode());
        assertEquals(1, identity.rights().of(two).size());
        post(house, "/organiser/people/bulk", form.replace("give", "take") + "&sure=true");
        assertEquals(0, identity.rights().of(one).size());
    }

    @Test
    void aListOfPeopleIsUploadedLookedThroughRunAndTakenBack(House house) {
        var identity = house.server().identity();
        var table = """
                邮箱,姓名,角色,范围
                list-one@example.org,林夏,主持人,hall:h1
                no address,无名,,
                """;
        var uploaded = upload(house, "/organiser/people/import", table.getBytes(Charset.forName("GBK")));
        assertEquals(303, uploaded.statusCode(), uploaded.body());
        var here = location(uploaded);
        var seen = house.asOperator(here).body();
        assertTrue(seen.contains("GB18030"));
        assertTrue(seen.contains("list-one@example.org"));
        assertTrue(seen.contains("no address"), "the line at fault is named");

        var columns = "columns.0=EMAIL&columns.1=NAME&columns.2=ROLE&columns.3=SCOPE";
        assertEquals(422, post(house, here, columns).statusCode(), "nothing happens while a line is at fault");
        assertTrue(identity.accounts().byEmail("list-one@example.org").isEmpty());
        var ran = post(house, here, columns + "&skip=true");
        assertEquals(303, ran.statusCode(), ran.body());
        assertEquals(404, post(house, here, columns + "&skip=true").statusCode(), "a table runs once");
        var invited = identity.accounts()
                .byEmail("list-one@example.org")
                .orElseThrow()
                .ref();
        assertTrue(may(identity, invited, "h1"));

        var report = location(ran);
        assertTrue(house.asOperator(report).body().contains("list-one@example.org"));
        assertTrue(house.asOperator("/organiser/people/import").body().contains(report), "the list is kept");
        assertEquals(303, post(house, report + "/undo", "").statusCode());
        assertTrue(identity.accounts().find(invited).isEmpty());
        assertFalse(house.asOperator(report).body().contains("list-one@example.org"));
        assertEquals(409, post(house, report + "/undo", "").statusCode());
        assertEquals(
                422,
                upload(house, "/organiser/people/import", new byte[] {0, 1, 2}).statusCode());
    }

    private static HttpResponse<String> upload(House house, String path, byte[] file) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"people.csv\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return house.asOperator("POST", path, "multipart/form-data; boundary=edge", body.toByteArray());
    }

    @Test
    void whoIsSanctionedSeesWhyAndAppealsOnce(House house) {
        var identity = house.server().identity();
        var cookie = identity.newGuest();
        var guest = identity.caller(
                        new Credentials(Optional.empty(), Optional.empty(), "127.0.0.1", Optional.of(cookie)))
                .ref();
        var form = "subject=" + guest + "&kind=timeout&scope=hall/h9&minutes=60&reason=shouting+all+day";
        assertEquals(303, post(house, "/moderation", form).statusCode());
        assertTrue(house.asOperator("/moderation").body().contains("shouting all day"));

        var own = asGuest(house, cookie, "/standing", null);
        assertTrue(own.body().contains("shouting all day"));
        var id = identity.sanctions().of(guest).getFirst().id();
        var appeal = asGuest(house, cookie, "/standing/" + id + "/appeal", "text=It+was+my+neighbour");
        assertEquals(303, appeal.statusCode(), appeal.body());
        assertEquals(
                409,
                asGuest(house, cookie, "/standing/" + id + "/appeal", "text=Again")
                        .statusCode());
        assertTrue(house.asOperator("/moderation").body().contains("It was my neighbour"));
        assertEquals(
                403,
                post(house, "/moderation/" + id + "/decide", "verdict=lift&decision=x")
                        .statusCode(),
                "who imposed it does not decide");
        var stranger = asGuest(house, identity.newGuest(), "/standing", null);
        assertFalse(stranger.body().contains("shouting all day"), "nobody else sees it");
    }

    @Test
    void aTokenIsIssuedShownOnceAndRevokedOverTheApi(House house) {
        var issued = house.asOperator(
                "POST",
                "/api/tokens",
                "application/json",
                "{\"name\":\"screen\",\"permissions\":[\"expo:manage\"],\"days\":1}".getBytes(StandardCharsets.UTF_8));
        assertEquals(201, issued.statusCode(), issued.body());
        var secret = issued.body().replaceAll("(?s).*(pav_[A-Za-z0-9_-]+).*", "$1");
        var id = issued.body().replaceAll("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        assertFalse(house.asOperator("/api/tokens").body().contains(secret));
        assertEquals(403, bearer(house, secret, "/api/imports"));
        assertEquals(
                204,
                house.asOperator("DELETE", "/api/tokens/" + id, "application/json", new byte[0])
                        .statusCode());
        assertEquals(401, bearer(house, secret, "/api/imports"));
    }

    @Test
    void aTokenIsIssuedShownOnceAndRevokedOnItsPage(House house) {
        var form = "name=entrance+screen&permissions=audit:read&scope=&days=7";
        var issued = post(house, "/organiser/tokens", form);
        assertEquals(200, issued.statusCode(), issued.body());
        var secret = issued.body().replaceAll("(?s).*(pav_[A-Za-z0-9_-]{20,}).*", "$1");
        var page = house.asOperator("/organiser/tokens").body();
        assertTrue(page.contains("entrance screen"));
        assertFalse(page.contains(secret), "the secret is shown once");
        assertEquals(200, bearer(house, secret, "/api/audit"));
        assertEquals(403, bearer(house, secret, "/api/imports"));

        var wrong = post(house, "/organiser/tokens", "name=nothing&scope=&days=7");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("rights-error"), "what is missing is said beside the rights");
        var id = page.replaceAll("(?s).*/organiser/tokens/([^/\"]+)/revoke.*", "$1");
        assertEquals(303, post(house, "/organiser/tokens/" + id + "/revoke", "").statusCode());
        assertEquals(401, bearer(house, secret, "/api/audit"));
    }

    @Test
    void aRoleByTraitsIsShownGivenAndTaken(House house) {
        var identity = house.server().identity();
        var fits = identity.accounts()
                .create("fits@traits.example", "Fits", Language.EN)
                .ref();
        var form = "traits=mail:traits.example&role=moderator&scope=hall:h7&until=&act=";
        var shown = post(house, "/organiser/people/traits", form + "show");
        assertEquals(200, shown.statusCode(), shown.body());
        assertTrue(shown.body().contains("fits@traits.example"));
        assertFalse(may(identity, fits, "h7"), "showing gives nothing");
        assertEquals(303, post(house, "/organiser/people/traits", form + "give").statusCode());
        assertTrue(may(identity, fits, "h7"));
        assertFalse(may(identity, fits, "h8"));

        var id = identity.rights().byTraits().getFirst().id();
        var taken = post(house, "/organiser/people/traits/" + id + "/revoke", "");
        assertFalse(may(identity, fits, "h7"));
        assertTrue(house.asOperator(location(taken)).body().contains("mail:traits.example"), "it can be given again");
        assertEquals(
                422,
                post(house, "/organiser/people/traits", form.replace("mail:", "NOT+A:") + "show")
                        .statusCode());
    }

    @Test
    void anAppealIsDecidedInTheQueue(House house) {
        var identity = house.server().identity();
        var moderator = person(identity, "queue-moderator@example.org");
        identity.rights().grant(moderator.ref(), "moderator", Scope.EXPO, Optional.empty(), OPERATOR);
        var noisy = person(identity, "queue-noisy@example.org").ref();
        var sanction = identity.sanctions()
                .apply(moderator, noisy, Sanction.Kind.SILENCE, Scope.EXPO, "too loud", Duration.ofHours(1));
        identity.sanctions().appeal(noisy, sanction.id(), "I only whispered");

        assertTrue(house.asOperator("/organiser/approvals").body().contains("I only whispered"));
        var decided = post(
                house,
                "/organiser/approvals",
                "pick=appeal/" + sanction.id() + "&verdict=accept&note=heard&sure=false");
        assertEquals(303, decided.statusCode(), decided.body());
        assertEquals(
                Sanction.State.LIFTED, identity.sanctions().of(noisy).getFirst().state());
        assertFalse(house.asOperator("/organiser/approvals").body().contains("I only whispered"));
    }

    @Test
    void whoAskedForARoleHearsTheDecisionAndItsReasonAndItCanBeTakenBack(House house) {
        var identity = house.server().identity();
        var asks = person(identity, "queue-asks@example.org").ref();
        var wish = identity.rights().request(asks, "moderator", Scope.EXPO.in("hall", "h5"), "I know the hall");
        var decided = post(
                house,
                "/organiser/approvals",
                "pick=role/" + wish.id() + "&verdict=accept&note=welcome+aboard&sure=false");
        assertEquals(303, decided.statusCode(), decided.body());
        assertTrue(may(identity, asks, "h5"));
        assertTrue(inbox(identity, asks).contains("welcome aboard"), "the reason reaches who asked");

        assertTrue(house.asOperator(location(decided)).body().contains("/organiser/approvals/role/" + wish.id()));
        assertEquals(
                303,
                post(house, "/organiser/approvals/role/" + wish.id() + "/undo", "")
                        .statusCode());
        assertFalse(may(identity, asks, "h5"));
        assertTrue(house.asOperator("/organiser/approvals").body().contains("I know the hall"), "it waits again");
        assertEquals(
                404,
                post(house, "/organiser/approvals/role/" + wish.id() + "/undo", "")
                        .statusCode());
        var refused = post(
                house,
                "/organiser/approvals",
                "pick=role/" + wish.id() + "&verdict=refuse&note=not+this+time&sure=false");
        assertEquals(303, refused.statusCode(), refused.body());
        assertTrue(inbox(identity, asks).contains("not this time"));
    }

    @Test
    void twoAccountsOfOnePersonBecomeOneAndWhatTheyKeptGoesOver(House house) {
        var identity = house.server().identity();
        var stays = person(identity, "twin.one@merge.example").ref();
        var goes = person(identity, "twinone+old@merge.example").ref();
        var starred = new Ref("booth", "merge-booth");
        house.server().personal().star(goes, List.of(starred));
        house.server().notices().send(goes, new Notice("test.told", Text.same("before the merge"), starred));
        var list = house.asOperator("/organiser/people/duplicates").body();
        assertTrue(list.contains("twin.one@merge.example") && list.contains("twinone+old@merge.example"));

        var page = "/organiser/people/" + goes.id() + "/merge";
        var shown = house.asOperator(page + "?into=twin.one@merge.example");
        assertEquals(200, shown.statusCode());
        assertTrue(shown.body().contains("core/personal"), "what goes over is named");
        assertEquals(422, house.asOperator(page + "?into=nobody@merge.example").statusCode());
        var form = "into=" + stays.id() + "&address=";
        var wrong = post(house, page, form + "twin.one@merge.example");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("aria-invalid"));
        assertTrue(identity.accounts().find(goes).isPresent());
        var merged = post(house, page, form + "twinone%2Bold@merge.example");
        assertEquals(303, merged.statusCode(), merged.body());
        assertTrue(identity.accounts().find(goes).isEmpty());
        assertEquals(
                404, post(house, page, form + "twinone%2Bold@merge.example").statusCode());

        house.await(
                "/healthz",
                again -> house.server().personal().favourites(stays).stream()
                                .anyMatch(each -> each.ref().equals(starred))
                        && inbox(identity, stays).contains("before the merge"));
    }

    private static Caller person(Identity identity, String email) {
        var account = identity.accounts().create(email, email.substring(0, email.indexOf('@')), Language.EN);
        return new Caller(account.ref(), Caller.Kind.PERSON, Set.of("pub"));
    }

    private static String inbox(Identity identity, Ref account) {
        return String.valueOf(identity.exportOf(account).get("core/notify"));
    }

    private static int bearer(House house, String secret, String path) {
        return house.send(house.request(path)
                        .header("Authorization", "Bearer " + secret)
                        .GET())
                .statusCode();
    }

    private static boolean may(Identity identity, Ref account, String hall) {
        return identity.can(
                new Caller(account, Caller.Kind.PERSON, Set.of("pub")), MODERATE, Scope.EXPO.in("hall", hall));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> post(House house, String path, String form) {
        return house.asOperator(
                "POST", path, "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> asGuest(House house, String cookie, String path, @Nullable String form) {
        var request = house.request(path)
                .header("Cookie", house.server().identity().guestCookie() + "=" + cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded");
        return house.send(form == null ? request.GET() : request.POST(BodyPublishers.ofString(form)));
    }
}
