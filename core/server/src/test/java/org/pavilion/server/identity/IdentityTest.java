package org.pavilion.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Scope;
import org.pavilion.api.Text;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

@BothStores
final class IdentityTest {
    private static final String HERE = "127.0.0.1";
    private static final Permission INSTALL = new Permission("plugin:install");

    @TempDir
    Path data;

    private final Clock clock = new Clock();
    private Identity identity;

    @BeforeEach
    void open(Store store) {
        identity = identity(store, ServerSettings.local(data));
    }

    private Identity identity(Store store, ServerSettings settings) {
        var core = store.mount("core");
        return new Identity(core, store.events("core", core), settings, new Telemetry(), clock);
    }

    @Test
    void makesATokenThatOnlyItsOwnerCanRead() throws Exception {
        var file = Identity.tokenFile(data);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }

    @Test
    void knowsTheOperatorByTheToken() throws Exception {
        var caller = identity.caller(
                bearer(Files.readString(Identity.tokenFile(data)).strip()));

        assertEquals(Caller.Kind.MACHINE, caller.kind());
        assertTrue(identity.can(caller, INSTALL, Scope.EXPO));
        assertEquals(
                "access.token", refusal(() -> identity.caller(bearer("wrong"))).code());
    }

    @Test
    void opensOneSessionWithASetupLinkAndNoSecond() {
        var link = identity.setupLink();
        var session = identity.exchange(token(link), Credentials.none(HERE));

        assertEquals(Caller.Kind.OPERATOR, identity.caller(cookie(session)).kind());
        assertEquals(
                "access.setup-token",
                refusal(() -> identity.exchange(token(link), Credentials.none(HERE)))
                        .code());
        assertTrue(identity.operatorPresent());
    }

    @Test
    void replacesTheSetupLinkWhenItIsIssuedAgain() {
        var first = identity.setupLink();
        var second = identity.setupLink();

        assertNotEquals(first, second);
        refusal(() -> identity.exchange(token(first), Credentials.none(HERE)));
        identity.exchange(token(second), Credentials.none(HERE));
    }

    @Test
    void storesTheDigestOfASessionAndNeverItsCookie(Store store) {
        var session = identity.exchange(token(identity.setupLink()), Credentials.none(HERE));

        var stored = store.mount("core")
                .read(handle -> handle.createQuery("select digest from identity_session")
                        .mapTo(String.class)
                        .list());

        assertEquals(List.of(Secret.sha256Hex(session.cookie())), stored);
        assertFalse(session.toString().contains(session.cookie()));
    }

    @Test
    void rotatesTheSessionAtEachSignIn() {
        var first = identity.exchange(token(identity.setupLink()), Credentials.none(HERE));
        var second = identity.exchange(token(identity.setupLink()), cookie(first));

        assertEquals(Caller.Kind.GUEST, identity.caller(cookie(first)).kind());
        assertEquals(Caller.Kind.OPERATOR, identity.caller(cookie(second)).kind());
    }

    @Test
    void endsASessionThatIsNotUsedForTwoHours() {
        var session = identity.exchange(token(identity.setupLink()), Credentials.none(HERE));

        clock.pass(Duration.ofMinutes(119));
        assertEquals(Caller.Kind.OPERATOR, identity.caller(cookie(session)).kind());
        clock.pass(Duration.ofMinutes(119));
        assertEquals(Caller.Kind.OPERATOR, identity.caller(cookie(session)).kind());
        clock.pass(Duration.ofMinutes(121));
        assertEquals(Caller.Kind.GUEST, identity.caller(cookie(session)).kind());
    }

    @Test
    void endsEverySessionAfterTwelveHours() {
        var session = identity.exchange(token(identity.setupLink()), Credentials.none(HERE));

        for (int hour = 0; hour < 11; hour++) {
            clock.pass(Duration.ofHours(1));
            assertEquals(Caller.Kind.OPERATOR, identity.caller(cookie(session)).kind());
        }
        clock.pass(Duration.ofMinutes(61));
        assertEquals(Caller.Kind.GUEST, identity.caller(cookie(session)).kind());
    }

    @Test
    void signsOut() {
        var session = identity.exchange(token(identity.setupLink()), Credentials.none(HERE));

        identity.signOut(session.cookie());

        assertEquals(Caller.Kind.GUEST, identity.caller(cookie(session)).kind());
        assertFalse(identity.operatorPresent());
    }

    @Test
    void refusesToSignInOverPlainHttpFromElsewhere(Store store) {
        var link = identity.setupLink();

        assertEquals(
                "access.insecure",
                refusal(() -> identity.exchange(token(link), Credentials.none("192.0.2.1")))
                        .code());
        var behindTls = identity(store, ServerSettings.local(data).withPublicUrl(URI.create("https://expo.example")));
        behindTls.exchange(token(behindTls.setupLink()), Credentials.none("192.0.2.1"));
        assertEquals("__Host-pav", behindTls.sessionCookie());
        assertTrue(behindTls.setCookie("__Host-pav", "x", 1).endsWith("; HttpOnly; SameSite=Lax; Secure"));
    }

    @Test
    void limitsFailedSignIns(Store store) {
        var behindTls = identity(store, ServerSettings.local(data).withPublicUrl(URI.create("https://expo.example")));

        for (int attempt = 0; attempt < 5; attempt++) {
            assertEquals(
                    "access.setup-token",
                    refusal(() -> behindTls.exchange("wrong", Credentials.none("192.0.2.1")))
                            .code());
        }
        var limited = refusal(() -> behindTls.exchange("wrong", Credentials.none("192.0.2.200")));
        assertEquals("rate.limited", limited.code());
        assertTrue(limited.retryAfterMs() > 0);
    }

    @Test
    void deniesWhatNobodyDeclared() {
        var operator = new Caller(
                identity.caller(cookie(identity.exchange(token(identity.setupLink()), Credentials.none(HERE))))
                        .ref(),
                Caller.Kind.OPERATOR,
                Set.of("pub"));
        var open = new Permission("guestbook:open");

        assertFalse(identity.can(operator, open, Scope.EXPO));
        identity.declare("guestbook", List.of(new DeclaredPermission(open, Text.same("Open"), Set.of("organiser"))));
        assertTrue(identity.can(operator, open, Scope.EXPO));
        assertTrue(identity.can(operator, open, Scope.EXPO.in("hall", "h1")));
        identity.withdraw("guestbook");
        assertFalse(identity.can(operator, open, Scope.EXPO));
    }

    @Test
    void givesGuestsWhatIsGrantedToGuestsAndNothingElse() {
        var guest = identity.caller(Credentials.none(HERE));

        assertTrue(identity.can(guest, Permission.PUBLIC, Scope.EXPO));
        assertTrue(identity.can(guest, new Permission("expo:view"), Scope.EXPO));
        for (var declared : identity.declared()) {
            if (!declared.grants().contains("guest")) {
                assertEquals(
                        "access.sign-in",
                        refusal(() -> identity.require(guest, declared.permission(), Scope.EXPO))
                                .code());
            }
        }
    }

    @Test
    void knowsAGuestAgainByTheCookieAlone() {
        var cookie = Optional.of(identity.newGuest());
        var here = identity.caller(new Credentials(Optional.empty(), Optional.empty(), HERE, cookie));
        var elsewhere = identity.caller(new Credentials(Optional.empty(), Optional.empty(), "192.0.2.7", cookie));
        var other = identity.caller(
                new Credentials(Optional.empty(), Optional.empty(), HERE, Optional.of(identity.newGuest())));

        assertEquals(here.ref(), elsewhere.ref());
        assertNotEquals(here.ref(), other.ref());
        assertFalse(here.ref().id().contains(cookie.get()));
    }

    private static Credentials bearer(String token) {
        return new Credentials(Optional.empty(), Optional.of(token), HERE, Optional.empty());
    }

    private static Credentials cookie(Session session) {
        return new Credentials(Optional.of(session.cookie()), Optional.empty(), HERE, Optional.empty());
    }

    private static String token(String link) {
        return link.substring(link.indexOf('=') + 1);
    }

    private static Problem refusal(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(Problem.class, call);
    }

    private static final class Clock implements InstantSource {
        private Instant now = Instant.parse("2026-05-01T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
