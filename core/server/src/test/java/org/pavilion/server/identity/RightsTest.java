package org.pavilion.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Text;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

/** Roles where they were given, and nowhere else. */
@BothStores
final class RightsTest {
    private static final Ref OPERATOR = new Ref("operator", "operator");
    private static final Ref ANNA = new Ref("account", "anna");
    private static final Ref BO = new Ref("account", "bo");
    private static final Permission MODERATE = new Permission("live:chat.moderate");
    private static final Permission MANAGE = new Permission("expo:manage");
    private static final Scope HALL = Scope.EXPO.in("edition", "e1").in("hall", "h1");

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private Identity identity;
    private Rights rights;

    @BeforeEach
    void open(Store store) {
        identity = identity(store);
        rights = identity.rights();
    }

    private Identity identity(Store store) {
        var core = store.mount("core");
        return new Identity(core, store.events("core", core), ServerSettings.local(data), new Telemetry(), clock);
    }

    @Test
    void anAccountIsAnAttendeeAndNothingMore() {
        assertTrue(can(ANNA, new Permission("profile:edit"), Scope.EXPO));
        assertTrue(can(ANNA, new Permission("search:query"), Scope.EXPO));
        assertFalse(can(ANNA, MODERATE, Scope.EXPO));
        assertFalse(can(ANNA, MANAGE, Scope.EXPO));
        assertEquals(Set.of("pub", "role:attendee"), rights.groups(ANNA));
    }

    @Test
    void aRoleHoldsInItsScopeAndBelowAndNowhereElse() {
        rights.grant(ANNA, "moderator", HALL, Optional.empty(), OPERATOR);

        assertTrue(can(ANNA, MODERATE, HALL));
        assertTrue(can(ANNA, MODERATE, HALL.in("booth", "b1").in("room", "booth.b1")));
        assertFalse(can(ANNA, MODERATE, Scope.EXPO));
        assertFalse(can(ANNA, MODERATE, Scope.EXPO.in("edition", "e1")));
        assertFalse(can(ANNA, MODERATE, Scope.EXPO.in("edition", "e1").in("hall", "h10")));
        assertFalse(can(BO, MODERATE, HALL));
        assertEquals(List.of(HALL), identity.where(person(ANNA), MODERATE));
        assertFalse(rights.groups(ANNA).contains("role:moderator"), "groups are for the whole expo alone");
    }

    @Test
    void aRoleAtAnObjectHoldsWhereverTheObjectStands() {
        identity.nest("exhibition", "booth", id -> Optional.of(new Ref("hall", "h1")));
        identity.nest("exhibition", "hall", id -> Optional.of(new Ref("edition", "e1")));
        rights.grant(ANNA, "moderator", Scope.EXPO.in("booth", "b1"), Optional.empty(), OPERATOR);

        var room = new Ref("room", "booth.b1");
        assertEquals(
                "edition/e1/hall/h1/booth/b1/room/booth.b1",
                identity.scope(room).path());
        assertTrue(identity.can(person(ANNA), MODERATE, room));
        assertFalse(identity.can(person(ANNA), MODERATE, new Ref("room", "booth.b2")));
        identity.withdraw("exhibition");
        assertEquals("booth/b1/room/booth.b1", identity.scope(room).path());
    }

    @Test
    void aPlaceIsNeverFoundBetweenTheKindAndTheIdOfAnother() {
        var held = Scope.EXPO.in("booth", "b1");

        assertTrue(Covering.covers(held, new Scope("edition/e1/booth/b1")));
        assertFalse(Covering.covers(held, new Scope("hall/booth/b1/x")), "hall “booth”, and b1/x in it");
        assertFalse(Covering.covers(held, new Scope("edition/e1/booth/b10")));
        assertFalse(Covering.covers(new Scope("edition/e1/hall/h1"), new Scope("hall/h1")));
    }

    @Test
    void revokingTakesTheRightAtOnceAndCanBeTakenBack() {
        var grant = rights.grant(ANNA, "organiser", Scope.EXPO, Optional.empty(), OPERATOR);
        assertTrue(can(ANNA, MANAGE, Scope.EXPO));
        assertTrue(rights.groups(ANNA).contains("role:organiser"));

        var revoked = rights.revoke(grant.id(), OPERATOR);
        assertFalse(can(ANNA, MANAGE, Scope.EXPO));
        rights.grant(revoked.subject(), revoked.role(), revoked.scope(), revoked.until(), OPERATOR);
        assertTrue(can(ANNA, MANAGE, Scope.EXPO));
    }

    @Test
    void aGrantEndsAtItsEndAndTheSameOneAgainMovesIt() {
        rights.grant(ANNA, "moderator", HALL, in(Duration.ofHours(1)), OPERATOR);
        clock.pass(Duration.ofMinutes(59));
        assertTrue(can(ANNA, MODERATE, HALL));
        rights.grant(ANNA, "moderator", HALL, in(Duration.ofHours(2)), OPERATOR);
        assertEquals(1, rights.of(ANNA).size());
        clock.pass(Duration.ofMinutes(119));
        assertTrue(can(ANNA, MODERATE, HALL));
        clock.pass(Duration.ofMinutes(1));
        assertFalse(can(ANNA, MODERATE, HALL));
        assertEquals(
                "/until",
                refusal(() -> rights.grant(ANNA, "moderator", HALL, Optional.of(clock.instant()), OPERATOR))
                        .pointer());
    }

    @Test
    void grantsOutliveARestart(Store store) {
        rights.grant(ANNA, "moderator", HALL, Optional.empty(), OPERATOR);

        assertTrue(identity(store).can(person(ANNA), MODERATE, HALL));
    }

    @Test
    void nobodyGivesARoleAboveTheirOwnOrOutsideTheirScope() {
        rights.grant(ANNA, "organiser", HALL, Optional.empty(), OPERATOR);

        rights.grant(BO, "organiser", HALL.in("booth", "b1"), Optional.empty(), ANNA);
        for (var wrong : List.of(
                assertThrows(Problem.class, () -> rights.grant(BO, "operator", HALL, Optional.empty(), ANNA)),
                assertThrows(Problem.class, () -> rights.grant(BO, "speaker", Scope.EXPO, Optional.empty(), ANNA)))) {
            assertEquals("role.too-high", wrong.code());
        }
        assertEquals("/role", refusal(() -> give(BO, "queen")).pointer());
        assertEquals("/role", refusal(() -> give(BO, "kiosk")).pointer());
        assertEquals(
                "/role", refusal(() -> give(new Ref("guest", "g"), "moderator")).pointer());
        give(new Ref("kiosk", "k1"), "kiosk");
        assertEquals(
                "/role",
                refusal(() -> give(new Ref("kiosk", "k1"), "organiser")).pointer());
    }

    @Test
    void aRoleOfAPluginExistsWhileThePluginRuns() {
        var sign = new Permission("trading:deal.sign");
        var declared = List.of(new DeclaredPermission(sign, Text.same("Sign"), Set.of("trading:broker")));
        identity.declare("trading", Map.of("trading:broker", new Text("经理人", "Broker")), declared);
        give(ANNA, "trading:broker");

        assertTrue(can(ANNA, sign, Scope.EXPO));
        identity.withdraw("trading");
        assertFalse(can(ANNA, sign, Scope.EXPO));
        assertEquals("/role", refusal(() -> give(BO, "trading:broker")).pointer());
        identity.declare("trading", Map.of("trading:broker", new Text("经理人", "Broker")), declared);
        assertTrue(can(ANNA, sign, Scope.EXPO), "the grant waited");
    }

    @Test
    void traitsInConjunctiveFormGiveARoleToAccountsAlone() {
        rights.traits(who -> who.equals(ANNA) ? Set.of("mail:a.example", "confirmed") : Set.of("mail:b.example"));
        rights.grant(
                Traits.of("mail:a.example mail:b.example\nconfirmed"), "speaker", HALL, Optional.empty(), OPERATOR);
        rights.grant(Traits.of(""), "booth-staff", HALL, Optional.empty(), OPERATOR);
        var speak = new Permission("forum:speak");
        identity.declare("forum", List.of(new DeclaredPermission(speak, Text.same("Speak"), Set.of("speaker"))));

        assertTrue(can(ANNA, speak, HALL));
        assertFalse(can(BO, speak, HALL));
        assertTrue(can(BO, MODERATE, HALL), "no condition fits everyone with an account");
        assertFalse(identity.can(new Caller(new Ref("guest", "g"), Caller.Kind.GUEST, Set.of("pub")), MODERATE, HALL));
        rights.byTraits().forEach(grant -> rights.revokeTraits(grant.id(), OPERATOR));
        assertFalse(can(ANNA, speak, HALL));
        assertEquals("/traits/0", refusal(() -> Traits.of("Not A Trait")).pointer());
    }

    @Test
    void somebodyElseDecidesAWishOnce() {
        var wish = rights.request(ANNA, "speaker", HALL, " I talk at ten ");
        assertEquals("I talk at ten", rights.wishes(10).getFirst().note());
        assertEquals(
                "role.asked",
                refusal(() -> rights.request(ANNA, "speaker", HALL, "")).code());
        give(ANNA, "organiser");
        assertEquals(
                "duty.separate",
                refusal(() -> rights.decide(wish.id(), true, ANNA)).code());

        rights.decide(wish.id(), true, OPERATOR);
        assertEquals(2, rights.of(ANNA).size());
        assertEquals(
                404, refusal(() -> rights.decide(wish.id(), false, OPERATOR)).status());
        assertEquals(List.of(), rights.wishes(ANNA));
    }

    @Test
    void changesAreToldWithWhoseTheyAre() {
        var told = new ArrayList<Ref>();
        identity.onRightsChange(whose -> {
            if (whose.test(ANNA)) {
                told.add(ANNA);
            }
        });
        give(BO, "moderator");
        assertEquals(List.of(), told);
        give(ANNA, "moderator");
        assertFalse(told.isEmpty());
    }

    private void give(Ref subject, String role) {
        rights.grant(subject, role, Scope.EXPO, Optional.empty(), OPERATOR);
    }

    private boolean can(Ref subject, Permission action, Scope scope) {
        return identity.can(person(subject), action, scope);
    }

    private Optional<Instant> in(Duration time) {
        return Optional.of(clock.instant().plus(time));
    }

    private static Caller person(Ref ref) {
        return new Caller(ref, Caller.Kind.PERSON, Set.of("pub"));
    }

    private static Problem refusal(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(Problem.class, call);
    }
}
