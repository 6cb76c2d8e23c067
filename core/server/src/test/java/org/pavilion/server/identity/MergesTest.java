package org.pavilion.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

/** Two accounts of one person become one, for good and for nobody else. */
@BothStores
final class MergesTest {
    private static final Ref OPERATOR = new Ref("operator", "operator");
    private static final Permission MODERATE = new Permission("live:chat.moderate");
    private static final Scope HALL = Scope.EXPO.in("hall", "h1");
    private static final String PASSWORD = "Kranich über Wasser";
    private static final String HERE = "127.0.0.1";

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private Identity identity;
    private Ref organiser;
    private Ref old;
    private Ref stays;

    @BeforeEach
    void open(Store store) {
        var core = store.mount("core");
        identity = new Identity(core, store.events("core", core), ServerSettings.local(data), new Telemetry(), clock);
        organiser = account("chief@example.org", "Chief");
        identity.rights().grant(organiser, "organiser", Scope.EXPO, Optional.empty(), OPERATOR);
        stays = account("mei.lin@example.org", "Mei Lin");
        old = account("meilin+expo@example.org", "mei  LIN");
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void findsWhoMayBeOnePersonWithWhatSpeaksForIt() {
        var person = new Ref("person", "p-1");
        var third = account("other@example.org", "Somebody");
        identity.accounts().link(third, person);
        identity.accounts().link(stays, person);

        var found = identity.merges().likely(10);

        assertEquals(
                List.of("PERSON 2", "ADDRESS 2"),
                found.stream()
                        .map(each -> each.reason() + " " + each.accounts().size())
                        .toList(),
                "the same two are named once, by the strongest sign");
    }

    @Test
    void theOneThatStaysHoldsTheRolesAndTheRecordAndTheOtherSignsInNowhere() {
        identity.rights().grant(old, "moderator", HALL, Optional.empty(), OPERATOR);
        identity.rights()
                .grant(old, "speaker", Scope.EXPO, Optional.of(clock.instant().plusSeconds(60)), OPERATOR);
        identity.rights().grant(stays, "speaker", Scope.EXPO, Optional.empty(), OPERATOR);
        var visit = new Visit(Credentials.none(HERE), "");
        var session = identity.entrance().signIn("meilin+expo@example.org", PASSWORD, visit);
        var caller = new Caller(old, Caller.Kind.PERSON, Set.of("pub"));
        var token = identity.tokens().issue(caller, "screen", Set.of(MODERATE), HALL, Duration.ofDays(1));
        identity.sanctions()
                .apply(
                        new Caller(organiser, Caller.Kind.PERSON, Set.of("pub")),
                        old,
                        Sanction.Kind.WARNING,
                        HALL,
                        "shouting",
                        Duration.ofDays(1));

        var plan = identity.merges().preview(old, stays, organiser);
        assertEquals(2, plan.moves().size());
        assertEquals(1, plan.tokens());
        assertEquals(1, plan.sessions());
        identity.merges().merge(old, stays, "MEILIN+expo@example.org", organiser);

        assertTrue(identity.accounts().find(old).isEmpty());
        assertEquals(List.of(), identity.rights().of(old));
        assertTrue(identity.can(new Caller(stays, Caller.Kind.PERSON, Set.of("pub")), MODERATE, HALL));
        assertEquals(
                Optional.empty(),
                identity.rights().of(stays).stream()
                        .filter(grant -> grant.role().equals("speaker"))
                        .findFirst()
                        .orElseThrow()
                        .until(),
                "of the same role the longer lasts");
        assertEquals("shouting", identity.sanctions().of(stays).getFirst().reason());
        assertEquals(
                Caller.Kind.GUEST, identity.caller(cookie(session.cookie())).kind());
        assertTrue(identity.tokens().caller(token.secret()).isEmpty());
        assertEquals(
                "access.credentials",
                refusal(() -> identity.entrance().signIn("meilin+expo@example.org", PASSWORD, visit))
                        .code());
        identity.entrance().signIn("mei.lin@example.org", PASSWORD, visit);
    }

    @Test
    void theOldAddressLeadsToALetterAndToNobodyElse() {
        identity.merges().merge(old, stays, "meilin+expo@example.org", organiser);
        var letters = identity.accounts().letters(OPERATOR);
        assertEquals("/sign-in", letters.getFirst().letter().path());
        assertEquals(Letter.Kind.MERGED, letters.getFirst().letter().kind());
        assertEquals("meilin+expo@example.org", letters.getFirst().letter().to());

        var invited = identity.accounts()
                .invite("meilin+expo@example.org", "Mei", Language.EN, "speaker", Scope.EXPO, organiser);
        assertEquals(stays, invited.ref(), "who invites the old address means the person");
        assertEquals(
                "account.known",
                refusal(() -> identity.accounts().create("meilin+expo@example.org", "New", Language.EN))
                        .code());

        identity.accounts().erase(stays);
        identity.accounts().create("meilin+expo@example.org", "New", Language.EN);
    }

    @Test
    void nothingIsMergedThatMustNotBe() {
        var chief = account("second@example.org", "Second");
        identity.rights().grant(chief, "organiser", Scope.EXPO, Optional.empty(), OPERATOR);
        var moderator = account("mod@example.org", "Mod");
        identity.rights().grant(moderator, "moderator", Scope.EXPO, Optional.empty(), OPERATOR);
        var operator = account("ops@example.org", "Ops");
        identity.rights().grant(operator, "operator", Scope.EXPO, Optional.empty(), OPERATOR);
        var blocked = account("shut@example.org", "Shut");
        identity.accounts().block(blocked, OPERATOR);

        assertEquals("/into", refusal(() -> merge(old, old)).pointer());
        assertEquals("merge.own", refusal(() -> merge(organiser, stays)).code());
        assertEquals(
                "merge.operator",
                refusal(() -> identity.merges().merge(operator, stays, "ops@example.org", OPERATOR))
                        .code());
        assertEquals(
                "role.too-high",
                refusal(() -> identity.merges().merge(chief, stays, "second@example.org", moderator))
                        .code());
        assertEquals(
                "role.too-high",
                refusal(() -> identity.merges().merge(old, chief, "meilin+expo@example.org", moderator))
                        .code());
        assertEquals("merge.state", refusal(() -> merge(old, blocked)).code());
        assertEquals(
                "/address",
                refusal(() -> identity.merges().merge(old, stays, "wrong@example.org", organiser))
                        .pointer());
        assertTrue(identity.accounts().find(old).isPresent());

        merge(old, stays);
        assertEquals(404, refusal(() -> merge(old, stays)).status(), "a second press finds nothing");
        assertEquals(404, refusal(() -> merge(stays, old)).status(), "and no way around");
    }

    @Test
    void aRoleAboveTheMergersOwnEnds() {
        var moderator = account("mod@example.org", "Mod");
        identity.rights().grant(moderator, "moderator", HALL, Optional.empty(), OPERATOR);
        identity.rights().grant(old, "booth-owner", Scope.EXPO.in("booth", "b-1"), Optional.empty(), OPERATOR);

        var plan = identity.merges().preview(old, stays, moderator);
        assertEquals(1, plan.lost().size());
        identity.merges().merge(old, stays, "meilin+expo@example.org", moderator);

        assertEquals(List.of(), identity.rights().of(stays));
    }

    @Test
    void whatOthersKeepOfBothIsOnePersonsWhenTheyLeave() {
        merge(old, stays);
        var newer = account("newer@example.org", "Newer");
        identity.merges().merge(stays, newer, "mei.lin@example.org", organiser);
        var erased = new ArrayList<Ref>();
        identity.personalData("core/test", new PersonalData() {
            @Override
            public Map<String, Object> export(Ref person) {
                return Map.of("id", person.id());
            }

            @Override
            public void erase(Ref person) {
                erased.add(person);
            }
        });

        assertEquals(
                3,
                identity.exportOf(newer).keySet().stream()
                        .filter(holder -> holder.startsWith("core/test"))
                        .count());
        identity.eraseAll(newer);
        assertEquals(Set.of(newer, stays, old), Set.copyOf(erased));
    }

    private void merge(Ref from, Ref into) {
        identity.merges()
                .merge(
                        from,
                        into,
                        identity.accounts().find(from).map(Account::email).orElse("gone"),
                        organiser);
    }

    private Ref account(String email, String name) {
        var account = identity.accounts().create(email, name, Language.EN);
        identity.entrance().choosePassword(account.ref(), PASSWORD);
        return account.ref();
    }

    private static Credentials cookie(String cookie) {
        return new Credentials(Optional.of(cookie), Optional.empty(), HERE, Optional.empty());
    }

    private static Problem refusal(Executable act) {
        return assertThrows(Problem.class, act);
    }
}
