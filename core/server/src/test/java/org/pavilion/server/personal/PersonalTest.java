package org.pavilion.server.personal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Calendar;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.PersonalData;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.event.TaskQueue;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;
import org.pavilion.server.telemetry.Telemetry;

@BothStores
final class PersonalTest {
    private static final Ref ANNA = new Ref("account", "anna");
    private static final Ref BERT = new Ref("account", "bert");
    private static final Ref KEYNOTE = new Ref("session", "keynote");
    private static final Ref STAND = new Ref("booth", "b-001");

    private TaskQueue tasks;
    private Identity identity;
    private Personal personal;

    @BeforeEach
    void open(Store store) {
        var core = store.mount("core");
        var events = store.events("core", core);
        tasks = new TaskQueue(store.database());
        identity = new Identity(core, events, store.settings(), new Telemetry());
        personal = new Personal(core, events, tasks.tasks("core", core), store.json(), identity, () -> {});
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void aStarIsKeptOnceAndBelongsToOnePersonAlone() {
        assertEquals(2, personal.star(ANNA, List.of(KEYNOTE, STAND)));
        assertEquals(0, personal.star(ANNA, List.of(KEYNOTE)));
        personal.star(BERT, List.of(STAND));
        personal.unstar(ANNA, STAND);
        assertEquals(List.of(KEYNOTE), refs(ANNA));
        assertEquals(List.of(STAND), refs(BERT));
    }

    @Test
    void aNoteOutlivesAnotherStarOnTheSameThing() {
        personal.star(ANNA, List.of(STAND));
        personal.note(ANNA, STAND, "  ask about the price ");
        personal.star(ANNA, List.of(STAND));
        assertEquals("ask about the price", personal.favourites(ANNA).getFirst().note());
    }

    @Test
    void nobodyStarsWithoutEnd() {
        var all = IntStream.rangeClosed(0, Favourites.MOST)
                .mapToObj(n -> new Ref("item", "i" + n))
                .toList();
        assertEquals(
                "favourites.full",
                assertThrows(Problem.class, () -> personal.star(ANNA, all)).code());
        assertEquals(List.of(), personal.favourites(ANNA));
    }

    @Test
    void theAgendaIsWhatIsStarredAndHasHoursInTheirOrder() {
        var start = Instant.parse("2026-05-19T01:00:00Z");
        var hours = Map.of(
                KEYNOTE,
                entry(KEYNOTE, start.plusSeconds(3_600), 3_600),
                new Ref("session", "early"),
                entry(new Ref("session", "early"), start, 5_400));
        personal.provide(
                "forum",
                "session",
                refs -> refs.stream().filter(hours::containsKey).map(hours::get).toList());
        personal.star(ANNA, List.of(KEYNOTE, STAND, new Ref("session", "early"), new Ref("session", "gone")));
        var agenda = personal.agenda(ANNA);
        assertEquals(
                List.of("early", "keynote"),
                agenda.stream().map(each -> each.ref().id()).toList());
        assertTrue(agenda.getFirst().clashes(agenda.getLast()));
        personal.withdraw("forum");
        assertEquals(List.of(), personal.agenda(ANNA));
    }

    @Test
    void aNewFeedAddressEndsTheOneBefore() {
        var first = personal.renewFeed(ANNA);
        var second = personal.renewFeed(ANNA);
        assertEquals(ANNA, personal.reader(second).orElseThrow());
        assertTrue(personal.reader(first).isEmpty());
        personal.revokeFeed(ANNA);
        assertTrue(personal.reader(second).isEmpty());
    }

    @Test
    void aConsentIsWithdrawnByItsOwnerAloneAndTheTermsAreNot() {
        var lead = personal.agree(ANNA, "lead", "1", STAND.toString(), List.of("name", "email"), null);
        var terms = personal.agree(ANNA, "terms", Personal.TERMS, "house", List.of(), null);
        assertThrows(Problem.class, () -> personal.withdraw(BERT, lead));
        assertThrows(Problem.class, () -> personal.withdraw(ANNA, terms));
        personal.withdraw(ANNA, lead);
        var kept = personal.consents(ANNA).stream()
                .filter(each -> each.id().equals(lead))
                .findFirst()
                .orElseThrow();
        assertFalse(kept.holds(Instant.now()));
        assertEquals("name email", kept.fields());
    }

    @Test
    void everythingGoesIntoTheExportAndNothingIsLeftAfterErasing() {
        personal.star(ANNA, List.of(STAND));
        personal.keep(ANNA, new Profile("Institute", "About me", List.of("zh", "en"), "Europe/Berlin", true));
        personal.keep(ANNA, new Card("Anna", "Engineer", "Institute", "a@example.org", "", ""));
        personal.agree(ANNA, "terms", Personal.TERMS, "house", List.of(), null);
        personal.renewFeed(ANNA);
        personal.star(BERT, List.of(STAND));
        var export = identity.exportOf(ANNA).getOrDefault("core/personal", Map.of());
        assertEquals(Set.of("favourites", "profile", "card", "consents", "calendar"), export.keySet());
        assertEquals("Institute", personal.card(ANNA).organisation());
        identity.eraseAll(ANNA);
        identity.eraseAll(ANNA);
        assertEquals(Map.of(), personal.export(ANNA));
        assertEquals(List.of(STAND), refs(BERT));
    }

    /** What a plugin keeps of people. */
    private record Notebook(Set<Ref> people) implements PersonalData {
        @Override
        public Map<String, Object> export(Ref person) {
            return people.contains(person) ? Map.of("notes", 1) : Map.of();
        }

        @Override
        public void erase(Ref person) {
            people.remove(person);
        }
    }

    @Test
    void aPluginThatWasStoppedWhileSomebodyLeftIsAskedWhenItStartsAgain() {
        var anna = identity.accounts()
                .create("anna@example.org", "Anna", Language.EN)
                .ref();
        var notebook = new Notebook(ConcurrentHashMap.newKeySet());
        notebook.people().addAll(List.of(anna, BERT));
        identity.personalData("notes", notebook);
        identity.withdraw("notes");
        personal.leave(anna);
        assertEquals(Set.of(anna, BERT), notebook.people());

        identity.personalData("notes", notebook);

        await(() -> notebook.people().equals(Set.of(BERT)));
    }

    @Test
    void whomARestoredBackupBroughtBackLeavesAgainAndNobodyElse() {
        var anna = identity.accounts()
                .create("anna@example.org", "Anna", Language.EN)
                .ref();
        var cleo = identity.accounts()
                .create("cleo@example.org", "Cleo", Language.EN)
                .ref();
        personal.star(anna, List.of(STAND));
        personal.star(cleo, List.of(STAND));
        personal.leaveAgain(List.of(anna, new Ref("account", "born-after-the-backup")));
        assertEquals(Map.of(), personal.export(anna));
        assertTrue(identity.accounts().find(anna).isEmpty());
        assertEquals(List.of(STAND), refs(cleo));
        personal.leaveAgain(List.of(anna));
        assertTrue(identity.accounts().find(cleo).isPresent());
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it never came");
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void whatCannotBeShownIsRefusedWithItsField() {
        assertEquals(
                "/site",
                assertThrows(Problem.class, () -> new Card("", "", "", "", "", "javascript:alert(1)"))
                        .pointer());
        assertEquals(
                "/zone",
                assertThrows(Problem.class, () -> new Profile("", "", List.of(), "Mars/Olympus", false))
                        .pointer());
    }

    @Test
    void onlySomebodyWithAnAccountHasFavourites() {
        var operator = new Caller(new Ref("operator", "operator"), Caller.Kind.OPERATOR, Set.of("pub"));
        assertEquals(
                403,
                assertThrows(Problem.class, () -> Personal.account(operator)).status());
    }

    private List<Ref> refs(Ref account) {
        return personal.favourites(account).stream().map(Favourite::ref).toList();
    }

    private static Calendar.Entry entry(Ref ref, Instant start, long seconds) {
        return new Calendar.Entry(ref, Text.same(ref.id()), "", start, start.plusSeconds(seconds), 1, start);
    }
}
