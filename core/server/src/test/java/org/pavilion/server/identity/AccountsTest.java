package org.pavilion.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.server.settings.Limit;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.settings.RateTable;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

@BothStores
final class AccountsTest {
    private static final String HERE = "127.0.0.1";
    private static final String PASSWORD = "Kranich über Wasser";
    private static final String OTHER = "ein ganz anderer Satz";
    private static final Ref ORGANISER = new Ref("operator", "operator");

    @TempDir
    Path data;

    private final TestClock clock = new TestClock();
    private Identity identity;

    @BeforeEach
    void open(Store store) {
        identity = identity(store, RateTable.DEFAULT);
    }

    private Identity identity(Store store, RateTable limits) {
        var core = store.mount("core");
        return new Identity(
                core,
                store.events("core", core),
                ServerSettings.local(data).withLimits(limits),
                new Telemetry(),
                clock);
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void whoHasNoPasswordShowsWhoTheyAreByHavingJustSignedIn() {
        var ref = identity.accounts()
                .create("abroad@example.org", "Abroad", Language.EN)
                .ref();
        var here = new Visit(Credentials.none(HERE), "");
        var session = identity.entrance().admit(here, (handle, journal) -> ref);
        var signedIn =
                new Visit(new Credentials(Optional.of(session.cookie()), Optional.empty(), HERE, Optional.empty()), "");
        assertEquals(ref, identity.entrance().holder(session));
        identity.entrance().stepUp(ref, "", signedIn);
        assertEquals(
                "access.step-up",
                assertThrows(Problem.class, () -> identity.entrance().stepUp(ref, "", here))
                        .code());
        clock.pass(Duration.ofMinutes(11));
        assertEquals(
                "access.step-up",
                assertThrows(Problem.class, () -> identity.entrance().stepUp(ref, "", signedIn))
                        .code());
    }

    @Test
    void whoHasAPasswordGivesItAgainHoweverFreshTheSessionIs() {
        var ref = identity.accounts()
                .create("home@example.org", "Home", Language.EN)
                .ref();
        identity.entrance().choosePassword(ref, PASSWORD);
        var here = new Visit(Credentials.none(HERE), "");
        var session = identity.entrance().signIn("home@example.org", PASSWORD, here);
        var signedIn =
                new Visit(new Credentials(Optional.of(session.cookie()), Optional.empty(), HERE, Optional.empty()), "");
        assertEquals(
                "access.credentials",
                assertThrows(Problem.class, () -> identity.entrance().stepUp(ref, OTHER, signedIn))
                        .code());
        identity.entrance().stepUp(ref, PASSWORD, signedIn);
    }

    @Test
    void makesAnAccountFromALetterAndThePasswordOfTheSignUp() {
        identity.entrance().signUp(new SignUp("Mei@Example.org", " Mei  Lin ", PASSWORD, Language.EN), HERE);
        var token = token("mei@example.org", Letter.Kind.CONFIRM);

        assertTrue(identity.accounts().byEmail("mei@example.org").isEmpty());
        assertEquals(
                "access.credentials",
                refusal(() -> identity.entrance().confirm(token, OTHER, visit()))
                        .code());
        var caller = caller(identity.entrance().confirm(token, PASSWORD, visit()));

        assertEquals(Caller.Kind.PERSON, caller.kind());
        var account = identity.accounts().find(caller.ref()).orElseThrow();
        assertEquals("Mei Lin", account.name());
        assertEquals("Mei@Example.org", account.email());
        assertTrue(account.confirmed());
        assertTrue(identity.can(caller, new Permission("expo:view"), Scope.EXPO));
        assertFalse(identity.can(caller, new Permission("expo:manage"), Scope.EXPO));
        assertEquals(
                "access.link",
                refusal(() -> identity.entrance().confirm(token, PASSWORD, visit()))
                        .code());
    }

    @Test
    void writesToTheOwnerWhenSomebodySignsUpWithAKnownAddress() {
        var account = account("a@example.org");

        identity.entrance().signUp(new SignUp("A@example.org", "Intruder", OTHER, Language.ZH), HERE);

        assertEquals("/sign-in", letter("a@example.org", Letter.Kind.KNOWN).path());
        assertEquals(Optional.of(account), identity.accounts().byEmail("a@example.org"));
        refusal(() -> identity.entrance().signIn("a@example.org", OTHER, visit()));
    }

    @Test
    void saysTheSameWhateverIsWrongAtSignIn() {
        account("a@example.org");
        var blocked = account("b@example.org");
        identity.accounts().block(blocked.ref(), ORGANISER);

        var wrong = refusal(() -> identity.entrance().signIn("a@example.org", OTHER, visit()));
        var unknown = refusal(() -> identity.entrance().signIn("nobody@example.org", PASSWORD, visit()));
        var shut = refusal(() -> identity.entrance().signIn("b@example.org", PASSWORD, visit()));

        for (var refused : List.of(unknown, shut)) {
            assertEquals(wrong.code(), refused.code());
            assertEquals(wrong.status(), refused.status());
            assertEquals(wrong.detail(), refused.detail());
        }
        identity.accounts().unblock(blocked.ref(), ORGANISER);
        identity.entrance().signIn("B@EXAMPLE.ORG", PASSWORD, visit());
    }

    @Test
    void nobodyShutsOutOrReadsTheLettersOfWhoStandsAbove() {
        var helper = account("helper@example.org").ref();
        var chief = account("chief@example.org").ref();
        var operator = new Ref("operator", "operator");
        identity.rights().grant(helper, "moderator", Scope.EXPO, Optional.empty(), operator);
        identity.rights().grant(chief, "organiser", Scope.EXPO, Optional.empty(), operator);
        identity.entrance().forgot("chief@example.org", HERE);
        assertFalse(token("chief@example.org", Letter.Kind.RESET).isEmpty());

        assertEquals(
                "role.too-high",
                refusal(() -> identity.accounts().block(chief, helper)).code());
        assertEquals(
                "role.too-high",
                refusal(() -> identity.accounts().signOutEverywhere(chief, helper))
                        .code());
        assertTrue(identity.accounts().letters(helper).stream()
                .noneMatch(kept -> kept.letter().to().equals("chief@example.org")));
        assertTrue(identity.accounts().letters(chief).stream()
                .anyMatch(kept -> kept.letter().to().equals("chief@example.org")));
    }

    @Test
    void keepsPasswordsAndLinksAsDigestsAlone(Store store) {
        account("a@example.org");
        identity.entrance().forgot("a@example.org", HERE);
        var token = token("a@example.org", Letter.Kind.RESET);

        var stored = store.mount("core")
                .read(handle -> handle.createQuery("""
                        select secret as it from identity_account union all select digest from identity_link
                        union all select path from identity_letter""").mapTo(String.class).list());

        assertEquals(3, stored.size());
        assertTrue(stored.stream().anyMatch(text -> text.startsWith("$argon2id$v=19$m=19456,t=2,p=1$")));
        assertTrue(stored.stream().noneMatch(text -> text.contains(PASSWORD) || text.contains(token)));
    }

    @Test
    void resetsThePasswordOnceAndEndsEverySession() {
        account("a@example.org");
        var old = identity.entrance().signIn("a@example.org", PASSWORD, visit());
        identity.entrance().forgot("a@example.org", HERE);
        var token = token("a@example.org", Letter.Kind.RESET);

        var fresh = identity.entrance().reset(token, OTHER, visit());

        assertEquals(Caller.Kind.GUEST, caller(old).kind());
        assertEquals(Caller.Kind.PERSON, caller(fresh).kind());
        assertEquals(
                "access.link",
                refusal(() -> identity.entrance().reset(token, PASSWORD, visit()))
                        .code());
        refusal(() -> identity.entrance().signIn("a@example.org", PASSWORD, visit()));
        identity.entrance().signIn("a@example.org", OTHER, visit());
        assertTrue(identity.accounts().letters(new Ref("operator", "operator")).isEmpty());
    }

    @Test
    void refusesLinksThatAreOldForeignOrReplaced() {
        account("a@example.org");
        identity.entrance().forgot("a@example.org", HERE);
        var first = token("a@example.org", Letter.Kind.RESET);
        refusal(() -> identity.entrance().accept(first, OTHER, visit()));
        refusal(() -> identity.entrance().confirm(first, OTHER, visit()));

        identity.entrance().forgot("a@example.org", HERE);
        var second = await(() -> tokens("a@example.org", Letter.Kind.RESET).stream()
                .filter(token -> !token.equals(first))
                .findFirst());
        refusal(() -> identity.entrance().reset(first, OTHER, visit()));

        clock.pass(Duration.ofMinutes(31));
        assertEquals(
                "access.link",
                refusal(() -> identity.entrance().reset(second, OTHER, visit())).code());
        assertTrue(identity.accounts().letters(new Ref("operator", "operator")).isEmpty());
    }

    @Test
    void spendsALinkOnceWhenTwoOpenItAtTheSameMoment() throws Exception {
        account("a@example.org");
        identity.entrance().forgot("a@example.org", HERE);
        var token = token("a@example.org", Letter.Kind.RESET);
        var in = new AtomicInteger();
        var start = new CountDownLatch(1);
        var threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.startVirtualThread(() -> {
                try {
                    start.await();
                    identity.entrance().reset(token, OTHER, visit());
                    in.incrementAndGet();
                } catch (Problem e) {
                    assertEquals("access.link", e.code());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        start.countDown();
        for (var thread : threads) {
            thread.join();
        }

        assertEquals(1, in.get());
    }

    @Test
    void letsAnInvitedPersonChooseTheFirstPassword() {
        var invited = identity.accounts().invite("new@example.org", "Neu", Language.EN, ORGANISER);
        var token = token("new@example.org", Letter.Kind.INVITED);
        assertEquals(Account.State.INVITED, invited.state());
        assertEquals(Optional.of(invited), identity.entrance().invites(token));
        refusal(() -> identity.entrance().accept(token, "password123", visit()));

        clock.pass(Duration.ofDays(6));
        var caller = caller(identity.entrance().accept(token, PASSWORD, visit()));

        assertEquals(invited.ref(), caller.ref());
        assertEquals(
                Account.State.ACTIVE,
                identity.accounts().find(caller.ref()).orElseThrow().state());
    }

    @Test
    void givesAnInvitedPersonTheRoleAndAShorterSession() {
        var ref = identity.accounts()
                .invite("mod@example.org", "Mod", Language.EN, "organiser", Scope.EXPO, ORGANISER)
                .ref();
        var session = identity.entrance().accept(token("mod@example.org", Letter.Kind.INVITED), PASSWORD, visit());

        assertTrue(identity.can(caller(session), new Permission("expo:manage"), Scope.EXPO));
        assertEquals(ref, caller(session).ref());
        clock.pass(Duration.ofMinutes(31));
        assertEquals(Caller.Kind.GUEST, caller(session).kind());
    }

    @Test
    void slowsDownWhoGuessesOnePasswordAndLetsTheOwnerInFromElsewhere(Store store) {
        account("a@example.org");
        try (var strict = identity(store, new RateTable(RateTable.DEFAULT.rates(), 40, 1))) {
            for (int attempt = 0; attempt < 5; attempt++) {
                refusal(() -> strict.entrance().signIn("a@example.org", OTHER, visit()));
            }
            assertEquals(
                    "rate.limited",
                    refusal(() -> strict.entrance().signIn("a@example.org", PASSWORD, visit()))
                            .code());
            assertEquals(
                    "rate.limited",
                    refusal(() -> strict.entrance().signIn("A@Example.org ", PASSWORD, visit()))
                            .code());
            strict.entrance().signIn("a@example.org", PASSWORD, visit("::1"));
        }
    }

    @Test
    void slowsDownWhoTriesOnePasswordOnManyAccounts(Store store) {
        var few = RateTable.DEFAULT.with(Limit.SIGN_IN_NETWORK, Rate.of("6/15m"));
        try (var strict = identity(store, new RateTable(few.rates(), 40, 1))) {
            for (int i = 0; i < 6; i++) {
                var email = "a" + i + "@example.org";
                assertEquals(
                        "access.credentials",
                        refusal(() -> strict.entrance().signIn(email, PASSWORD, visit()))
                                .code());
            }
            assertEquals(
                    "rate.limited",
                    refusal(() -> strict.entrance().signIn("a7@example.org", PASSWORD, visit()))
                            .code());
        }
    }

    @Test
    void doesNotCountRightPasswords(Store store) {
        account("a@example.org");
        try (var strict = identity(store, new RateTable(RateTable.DEFAULT.rates(), 40, 1))) {
            for (int i = 0; i < 7; i++) {
                strict.entrance().signIn("a@example.org", PASSWORD, visit());
            }
        }
    }

    @Test
    void changesAPasswordAndLeavesOnlyTheBrowserThatDidIt() {
        var account = account("a@example.org");
        var here = identity.entrance().signIn("a@example.org", PASSWORD, visit());
        var there = identity.entrance().signIn("a@example.org", PASSWORD, visit());
        refusal(() -> identity.entrance().changePassword(account.ref(), OTHER, OTHER, visit(here)));

        var rotated = identity.entrance().changePassword(account.ref(), PASSWORD, OTHER, visit(here));

        assertNotEquals(here.cookie(), rotated.cookie());
        assertEquals(Caller.Kind.GUEST, caller(here).kind());
        assertEquals(Caller.Kind.GUEST, caller(there).kind());
        assertEquals(account.ref(), caller(rotated).ref());
    }

    @Test
    void listsAndEndsSessionsOfOnePersonAndNobodyElses() {
        var mine = account("a@example.org");
        var other = account("b@example.org");
        var ends = new AtomicInteger();
        identity.onSessionEnd(ends::incrementAndGet);
        var first = identity.entrance().signIn("a@example.org", PASSWORD, visit());
        var second = identity.entrance().signIn("a@example.org", PASSWORD, visit());
        var theirs = identity.entrance().signIn("b@example.org", PASSWORD, visit());

        var sessions = identity.accounts().sessions(mine.ref(), Optional.of(second.cookie()));
        assertEquals(2, sessions.size());
        assertEquals("Firefox · Linux", sessions.getFirst().label());
        assertEquals(1, sessions.stream().filter(OpenSession::current).count());
        var notMine =
                sessions.stream().filter(one -> !one.current()).findFirst().orElseThrow();

        assertEquals(
                404,
                refusal(() -> identity.accounts().signOut(other.ref(), notMine.id()))
                        .status());
        identity.accounts().signOut(mine.ref(), notMine.id());
        assertEquals(Caller.Kind.GUEST, caller(first).kind());
        assertEquals(Caller.Kind.PERSON, caller(second).kind());

        identity.accounts().signOutEverywhere(mine.ref());
        assertEquals(Caller.Kind.GUEST, caller(second).kind());
        assertEquals(other.ref(), caller(theirs).ref());
        assertEquals(2, ends.get());
    }

    @Test
    void leavesNothingOfAnErasedPerson(Store store) {
        var account = account("canary@example.org");
        identity.entrance().signUp(new SignUp("canary@example.org", "Canary", OTHER, Language.EN), HERE);
        letter("canary@example.org", Letter.Kind.KNOWN);
        var session = identity.entrance().signIn("canary@example.org", PASSWORD, visit());

        identity.accounts().erase(account.ref());

        assertEquals(Caller.Kind.GUEST, caller(session).kind());
        assertTrue(identity.accounts().find(account.ref()).isEmpty());
        assertTrue(identity.accounts().byEmail("canary@example.org").isEmpty());
        var left = store.mount("core")
                .read(handle -> handle.createQuery("""
                        select email || email_key || name from identity_account union all
                        select email || email_key from identity_letter union all
                        select email from identity_link where email is not null""").mapTo(String.class).list());
        assertTrue(left.stream()
                .noneMatch(text -> text.toLowerCase(java.util.Locale.ROOT).contains("canary")));
        account("canary@example.org");
    }

    @Test
    void findsAccountsByPagesTheNewestFirst() {
        for (int i = 0; i < 5; i++) {
            identity.accounts().create("p" + i + "@example.org", "Person " + i, Language.EN);
        }
        identity.accounts().create("odd_one@example.org", "100% odd", Language.EN);

        var first = identity.accounts().page("person", 3, "");
        var second = identity.accounts().page("PERSON", 3, first.next().orElseThrow());

        assertEquals(
                List.of("Person 4", "Person 3", "Person 2", "Person 1", "Person 0"),
                java.util.stream.Stream.concat(first.accounts().stream(), second.accounts().stream())
                        .map(Account::name)
                        .toList());
        assertTrue(second.next().isEmpty());
        assertEquals(1, identity.accounts().page("0%", 9, "").accounts().size());
        assertEquals(1, identity.accounts().page("d_o", 9, "").accounts().size());
        assertEquals(
                "account.known",
                refusal(() -> identity.accounts().create("P1@example.org", "Again", Language.EN))
                        .code());
    }

    @Test
    void handsLettersToTheMailFirst() {
        account("a@example.org");
        var taken = new java.util.concurrent.CopyOnWriteArrayList<Letter>();
        identity.accounts().deliver(taken::add);

        identity.entrance().forgot("a@example.org", HERE);
        identity.entrance().forgot("nobody@example.org", HERE);

        await(() -> taken.stream().findFirst());
        assertTrue(taken.getFirst().path().startsWith("/reset?token="));
        assertTrue(identity.accounts().letters(new Ref("operator", "operator")).isEmpty());
        assertFalse(taken.getFirst().toString().contains("token="));
    }

    private Account account(String email) {
        var account = identity.accounts().create(email, "Somebody", Language.EN);
        identity.entrance().choosePassword(account.ref(), PASSWORD);
        return account;
    }

    private Caller caller(Session session) {
        return identity.caller(visit(session).credentials());
    }

    private Letter letter(String to, Letter.Kind kind) {
        return await(() -> identity.accounts().letters(new Ref("operator", "operator")).stream()
                .map(KeptLetter::letter)
                .filter(letter -> letter.kind() == kind && letter.to().equalsIgnoreCase(to))
                .findFirst());
    }

    private List<String> tokens(String to, Letter.Kind kind) {
        return identity.accounts().letters(new Ref("operator", "operator")).stream()
                .map(KeptLetter::letter)
                .filter(letter -> letter.kind() == kind && letter.to().equalsIgnoreCase(to))
                .map(letter -> letter.path().substring(letter.path().indexOf('=') + 1))
                .toList();
    }

    private String token(String to, Letter.Kind kind) {
        var path = letter(to, kind).path();
        return path.substring(path.indexOf('=') + 1);
    }

    private static <T> T await(java.util.function.Supplier<Optional<T>> found) {
        var deadline = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(deadline)) {
            var one = found.get();
            if (one.isPresent()) {
                return one.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("it never came");
    }

    private static Visit visit() {
        return visit(HERE);
    }

    private static Visit visit(String address) {
        return new Visit(
                Credentials.none(address), "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    private static Visit visit(Session session) {
        return new Visit(new Credentials(Optional.of(session.cookie()), Optional.empty(), HERE, Optional.empty()), "");
    }

    private static Problem refusal(Executable call) {
        return assertThrows(Problem.class, call);
    }
}
