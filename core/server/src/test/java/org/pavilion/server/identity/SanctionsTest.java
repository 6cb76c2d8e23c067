package org.pavilion.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.pavilion.server.identity.Sanction.Kind;
import org.pavilion.server.identity.Sanction.State;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

/** Sanctions cap rights within their scope, and somebody else decides an appeal. */
@BothStores
final class SanctionsTest {
    private static final Caller OPERATOR =
            new Caller(new Ref("operator", "operator"), Caller.Kind.OPERATOR, Set.of("pub"));
    private static final Caller GUEST = new Caller(new Ref("guest", "g1"), Caller.Kind.GUEST, Set.of("pub"));
    private static final Caller MOD = person("mod");
    private static final Caller OTHER = person("other");
    private static final Caller ORGANISER = person("organiser");
    private static final Permission SEND = new Permission("live:chat.send");
    private static final Permission WATCH = new Permission("live:room.watch");
    private static final Permission APPEAL = new Permission("sanction:appeal");
    private static final Scope HALL = Scope.EXPO.in("hall", "h1");
    private static final Scope ROOM = HALL.in("room", "booth.b1");
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private Identity identity;
    private Sanctions sanctions;

    @BeforeEach
    void open(Store store) {
        var core = store.mount("core");
        identity = new Identity(core, store.events("core", core), ServerSettings.local(data), new Telemetry(), clock);
        sanctions = identity.sanctions();
        grant(MOD, "moderator", HALL);
        grant(OTHER, "moderator", HALL);
        grant(ORGANISER, "organiser", Scope.EXPO);
    }

    @Test
    void aTimeOutLeavesReadingInItsScopeAndEverythingElsewhere() {
        assertTrue(identity.can(GUEST, SEND, ROOM));
        sanctions.apply(MOD, GUEST.ref(), Kind.TIMEOUT, ROOM, "shouting", HOUR);

        assertFalse(identity.can(GUEST, SEND, ROOM));
        assertTrue(identity.can(GUEST, WATCH, ROOM));
        assertTrue(identity.can(GUEST, SEND, HALL.in("room", "booth.b2")));
        assertEquals(
                "access.sanctioned",
                refusal(() -> identity.require(GUEST, SEND, ROOM)).code());
        clock.pass(HOUR);
        assertTrue(identity.can(GUEST, SEND, ROOM), "it ends by itself");
    }

    @Test
    void aBanLeavesPublicPagesAndTheAppeal() {
        sanctions.apply(ORGANISER, OTHER.ref(), Kind.BAN, Scope.EXPO, "harassment", HOUR);

        for (var left : List.of("expo:view", "search:query", "sanction:appeal")) {
            assertTrue(identity.can(OTHER, new Permission(left), Scope.EXPO), left);
        }
        for (var gone : List.of("live:room.watch", "live:chat.send", "profile:edit", "live:chat.moderate")) {
            assertFalse(identity.can(OTHER, new Permission(gone), ROOM), gone);
        }
        assertEquals("access.sanctioned", refusal(() -> identity.admit(OTHER)).code());
        assertFalse(identity.canSomewhere(OTHER, new Permission("live:chat.moderate")));
        identity.admit(MOD);
    }

    @Test
    void aWarningIsKeptAndTakesNothing() {
        sanctions.apply(MOD, GUEST.ref(), Kind.WARNING, ROOM, "be kind", HOUR);

        assertTrue(identity.can(GUEST, SEND, ROOM));
        assertEquals(Kind.WARNING, sanctions.of(GUEST.ref()).getFirst().kind());
    }

    @Test
    void aModeratorActsInsideTheirScopeAndNeverOnAnEqualOrHigherRole() {
        assertEquals(
                "access.denied", refusal(() -> apply(MOD, GUEST, Scope.EXPO)).code());
        assertEquals(
                "access.denied",
                refusal(() -> apply(MOD, GUEST, Scope.EXPO.in("hall", "h2"))).code());
        assertEquals("sanction.rank", refusal(() -> apply(MOD, ORGANISER, ROOM)).code());
        assertEquals("sanction.rank", refusal(() -> apply(MOD, OTHER, ROOM)).code());
        assertEquals("/subject", refusal(() -> apply(MOD, MOD, ROOM)).pointer());
        assertEquals("/subject", refusal(() -> apply(ORGANISER, OPERATOR, ROOM)).pointer());
        assertEquals("access.sign-in", refusal(() -> apply(GUEST, OTHER, ROOM)).code());
        assertEquals(
                "access.denied",
                refusal(() -> apply(person("nobody"), GUEST, ROOM)).code());
        apply(ORGANISER, MOD, ROOM);
        assertEquals("access.sanctioned", refusal(() -> apply(MOD, GUEST, ROOM)).code());
    }

    @Test
    void somebodyElseDecidesTheOneAppeal() {
        grant(MOD, "organiser", HALL);
        grant(OTHER, "organiser", HALL);
        var imposed = apply(MOD, GUEST, ROOM);

        assertEquals(
                404,
                refusal(() -> sanctions.appeal(person("x").ref(), imposed.id(), "mine?"))
                        .status());
        sanctions.appeal(GUEST.ref(), imposed.id(), "I quoted somebody");
        assertFalse(identity.can(GUEST, SEND, ROOM), "it holds while it is looked at");
        assertEquals(
                "sanction.appealed",
                refusal(() -> sanctions.appeal(GUEST.ref(), imposed.id(), "again"))
                        .code());
        assertEquals(
                "duty.separate",
                refusal(() -> sanctions.decide(MOD, imposed.id(), false, "")).code());
        assertEquals(
                "sanction.state-conflict",
                refusal(() -> sanctions.lift(MOD, imposed.id())).code());
        assertEquals(1, sanctions.appeals(OTHER, 10).size());

        assertEquals(
                State.LIFTED,
                sanctions.decide(OTHER, imposed.id(), true, "true").state());
        assertTrue(identity.can(GUEST, SEND, ROOM));
        assertEquals(
                "sanction.state-conflict",
                refusal(() -> sanctions.decide(OTHER, imposed.id(), false, "")).code());
        assertEquals(List.of(), sanctions.appeals(OTHER, 10));
    }

    @Test
    void anUpheldSanctionStaysAndTakesNoSecondAppeal() {
        var imposed = apply(MOD, GUEST, ROOM);
        sanctions.appeal(GUEST.ref(), imposed.id(), "please");

        assertEquals(
                State.UPHELD,
                sanctions.decide(ORGANISER, imposed.id(), false, "no").state());
        assertFalse(identity.can(GUEST, SEND, ROOM));
        assertEquals(
                "sanction.appealed",
                refusal(() -> sanctions.appeal(GUEST.ref(), imposed.id(), "please!"))
                        .code());
    }

    @Test
    void aModeratorTakesBackTheirOwnAndNotThatOfAPeer() {
        var imposed = apply(MOD, GUEST, ROOM);

        assertEquals(
                "sanction.rank",
                refusal(() -> sanctions.lift(OTHER, imposed.id())).code());
        assertEquals(State.LIFTED, sanctions.lift(MOD, imposed.id()).state());
        assertTrue(identity.can(GUEST, SEND, ROOM));
        var second = apply(MOD, GUEST, ROOM);
        assertEquals(State.LIFTED, sanctions.lift(ORGANISER, second.id()).state());
    }

    @Test
    void aModeratorSeesWhatHappenedInTheirScopeAlone() {
        apply(MOD, GUEST, ROOM);
        apply(ORGANISER, GUEST, Scope.EXPO.in("hall", "h2"));

        assertEquals(1, sanctions.recent(MOD, 10).size());
        assertEquals(2, sanctions.recent(ORGANISER, 10).size());
        assertEquals(0, sanctions.appeals(MOD, 10).size());
    }

    @Test
    void sanctionsOutliveARestart(Store store) {
        apply(MOD, GUEST, ROOM);
        var again = new Sanctions(store.mount("core"), new QuietEvents(), identity.rights(), identity, clock);

        assertTrue(again.cap(GUEST.ref(), SEND, ROOM).isPresent());
        assertTrue(again.cap(GUEST.ref(), APPEAL, ROOM).isEmpty());
    }

    @Test
    void aTokenHoldsWhatItNamesAndItsIssuerStillHas() {
        var manage = new Permission("expo:manage");
        var issued = identity.tokens().issue(ORGANISER, "report", Set.of(SEND, manage), HALL, Duration.ofDays(1));
        var machine = machine(issued.secret());

        assertEquals(Caller.Kind.MACHINE, machine.kind());
        assertTrue(identity.can(machine, manage, HALL));
        assertFalse(identity.can(machine, manage, Scope.EXPO), "its scope is the hall");
        assertFalse(identity.can(machine, new Permission("directory:edit"), HALL), "it was not named");
        assertFalse(issued.toString().contains(issued.secret()));
        identity.rights()
                .revoke(identity.rights().of(ORGANISER.ref()).getFirst().id(), OPERATOR.ref());
        assertFalse(identity.can(machine, manage, HALL), "its issuer has it no more");
        assertTrue(identity.can(machine, SEND, ROOM));
        apply(OPERATOR, ORGANISER, ROOM);
        assertFalse(identity.can(machine, SEND, ROOM), "its issuer is silenced");
    }

    @Test
    void aTokenIsNeverMoreThanItsIssuerAndIssuesNone() {
        var tokens = identity.tokens();
        assertEquals(
                "access.denied",
                refusal(() -> tokens.issue(MOD, "x", Set.of(new Permission("expo:manage")), HALL, HOUR))
                        .code());
        assertEquals(
                "access.denied",
                refusal(() -> tokens.issue(MOD, "x", Set.of(SEND), Scope.EXPO, HOUR))
                        .code());
        assertEquals(
                "access.sign-in",
                refusal(() -> tokens.issue(GUEST, "x", Set.of(SEND), HALL, HOUR))
                        .code());
        var secret =
                tokens.issue(MOD, "x", Set.of(SEND, Tokens.ISSUE), HALL, HOUR).secret();
        assertEquals(
                "access.denied",
                refusal(() -> tokens.issue(machine(secret), "y", Set.of(SEND), HALL, HOUR))
                        .code());
    }

    @Test
    void aTokenEndsAtItsEndAndWhenItIsRevoked() {
        var told = new ArrayList<Ref>();
        var tokens = identity.tokens();
        var brief = tokens.issue(MOD, "brief", Set.of(SEND), HALL, HOUR);
        var revoked = tokens.issue(MOD, "revoked", Set.of(SEND), HALL, Duration.ofDays(2));
        identity.onRightsChange(whose -> {
            if (whose.test(revoked.token().ref())) {
                told.add(revoked.token().ref());
            }
        });
        var before = machine(revoked.secret());

        assertEquals(
                404,
                refusal(() -> tokens.revoke(OTHER.ref(), revoked.token().id())).status());
        tokens.revoke(MOD.ref(), revoked.token().id());
        assertEquals(List.of(before.ref()), told, "what it holds open ends");
        assertEquals("access.token", refusal(() -> machine(revoked.secret())).code());
        assertFalse(identity.can(before, SEND, HALL));
        machine(brief.secret());
        clock.pass(HOUR);
        assertEquals("access.token", refusal(() -> machine(brief.secret())).code());
        assertEquals(
                "access.token", refusal(() -> machine("pav_" + Secret.random())).code());
    }

    @Test
    void whatAnErasedPersonHeldAndWroteIsGoneAndTheSanctionStays(Store store) {
        var imposed = apply(ORGANISER, MOD, ROOM);
        sanctions.appeal(MOD.ref(), imposed.id(), "canary in the appeal");
        identity.rights().request(MOD.ref(), "speaker", ROOM, "canary in the wish");
        identity.tokens().issue(OTHER, "canary token", Set.of(SEND), HALL, HOUR);
        var data = new RightsData(store.mount("core"), identity.rights(), sanctions, identity.tokens());
        assertEquals(
                Set.of("roles", "wishes", "sanctions"), data.export(MOD.ref()).keySet());

        data.erase(MOD.ref());
        data.erase(OTHER.ref());

        assertEquals(List.of(), identity.rights().of(MOD.ref()));
        assertEquals(List.of(), identity.rights().wishes(MOD.ref()));
        assertEquals(List.of(), identity.tokens().of(OTHER.ref()));
        var left = sanctions.of(MOD.ref()).getFirst();
        assertEquals("", left.reason());
        assertEquals(Optional.empty(), left.appeal());
        assertFalse(identity.can(MOD, SEND, ROOM), "it still holds");
    }

    @Test
    void aTokensSecretIsNowhereInTheStore(Store store) {
        var secret = identity.tokens().issue(MOD, "x", Set.of(SEND), HALL, HOUR).secret();

        var stored = store.mount("core")
                .read(handle -> handle.createQuery("select digest from identity_token")
                        .mapTo(String.class)
                        .one());
        assertEquals(Secret.sha256Hex(secret), stored);
    }

    private Caller machine(String secret) {
        return identity.caller(new Credentials(Optional.empty(), Optional.of(secret), "127.0.0.1", Optional.empty()));
    }

    private Sanction apply(Caller by, Caller subject, Scope scope) {
        return sanctions.apply(by, subject.ref(), Kind.SILENCE, scope, "shouting", HOUR);
    }

    private void grant(Caller who, String role, Scope scope) {
        identity.rights().grant(who.ref(), role, scope, Optional.empty(), OPERATOR.ref());
    }

    private static Caller person(String id) {
        return new Caller(new Ref("account", id), Caller.Kind.PERSON, Set.of("pub"));
    }

    private static Problem refusal(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(Problem.class, call);
    }
}
