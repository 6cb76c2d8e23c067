package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.LiveHouse.HOST;
import static org.pavilion.server.live.LiveHouse.guest;
import static org.pavilion.server.live.LiveHouse.refused;
import static org.pavilion.server.live.LiveHouse.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.server.identity.Sanction;
import org.pavilion.server.live.view.ChatDesk;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.live.view.ModesDraft;
import org.pavilion.server.live.words.Rule;
import org.pavilion.server.live.words.RuleBook;
import org.pavilion.server.live.words.RuleSet;
import org.pavilion.server.live.words.Verdict;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

@BothStores
final class ModerationTest {
    private static final Caller SECOND =
            new Caller(new Ref("operator", "second"), Caller.Kind.OPERATOR, Set.of("pub", "role:operator"));

    private final Store store;
    private final LiveHouse house;
    private final Ref room;

    ModerationTest(Store store) {
        this.store = store;
        this.house = new LiveHouse(store);
        this.room = house.attach("keynote", talk());
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatWaitsIsNowhereForOthersAndMarkedForItsAuthor() {
        house.say(1, room, "before");
        words(new Rule("secret", Verdict.HOLD, "other"));
        long rev = house.view(room, guest(2)).rev();
        var held = house.say(1, room, "a s.e.c.r.e.t thing");
        assertEquals("held", held.state());
        assertEquals(0, held.rev());
        assertEquals(rev, house.view(room, guest(2)).rev());
        assertFalse(everything(2).contains("thing"));
        assertEquals(
                List.of(held.id()),
                house.rooms.talk().own(guest(1), room).messages().stream()
                        .map(own -> own.message().id())
                        .toList());
        assertEquals(List.of(), house.rooms.talk().own(guest(2), room).messages());
        var waiting = desk().held().getFirst();
        assertEquals("words", waiting.reason());
        assertEquals(held.id(), waiting.message().id());

        house.say(2, room, "in between");
        assertEquals(
                "visible", house.rooms.talk().approve(HOST, room, held.id()).state());
        assertEquals(List.of("before", "in between", "a s.e.c.r.e.t thing"), house.texts(room));
        assertEquals(List.of(), desk().held());
        refused("message.state-conflict", () -> house.rooms.talk().approve(HOST, room, held.id()));
        refused("message.state-conflict", () -> house.rooms.talk().reject(HOST, room, held.id()));
        assertEquals(
                List.of(1L, 2L, 3L),
                house.topics.read("room:" + room, 0, 100).stream()
                        .map(event -> event.rev())
                        .toList());
    }

    @Test
    void aRefusedMessageStaysUnseenAndCanBeShownAfterAll() {
        words(new Rule("secret", Verdict.HOLD, "other"));
        var held = house.say(1, room, "secret");
        house.rooms.talk().reject(HOST, room, held.id());
        assertEquals(List.of(), house.texts(room));
        assertEquals(
                "rejected",
                house.rooms.talk().own(guest(1), room).messages().getFirst().state());
        house.rooms.talk().approve(HOST, room, held.id());
        assertEquals(List.of("secret"), house.texts(room));
    }

    @Test
    void twoModeratorsDoNotJudgeTheSameMessage() {
        words(new Rule("secret", Verdict.HOLD, "other"));
        var held = house.say(1, room, "secret");
        assertTrue(house.rooms.talk().claim(HOST, room, held.id(), Language.EN).mine());
        refused("message.claimed", () -> house.rooms.talk().claim(SECOND, room, held.id(), Language.EN));
        refused("message.claimed", () -> house.rooms.talk().approve(SECOND, room, held.id()));
        assertTrue(desk().held().getFirst().claim().orElseThrow().mine());
        house.rooms.talk().approve(HOST, room, held.id());
    }

    @Test
    void everybodyIsDelayedAndNothingLeaksBeforeItsTime() {
        modes(new Modes().delay(1));
        var said = house.say(1, room, "wait for it");
        var hosts = house.rooms.post(HOST, room, ChatDraft.of("me too"));
        assertEquals("held", said.state());
        assertEquals("held", hosts.state());
        assertFalse(everything(2).contains("wait for it"));
        assertEquals("delay", desk().held().getFirst().reason());
        await(() -> {
            house.rooms.talk().standsStill(room, false);
            return house.texts(room).size() == 2;
        });
        assertEquals(List.of("wait for it", "me too"), house.texts(room));
        var shown = house.rooms.messages(room, 0, 10).messages().getFirst();
        assertEquals(said.at(), shown.at());
        assertEquals(1, shown.rev());
    }

    @Test
    void whoWasSilencedMeanwhileIsNotShownByTime() {
        modes(new Modes().delay(1));
        var said = house.say(1, room, "in flight");
        house.say(2, room, "honest");
        house.identity
                .sanctions()
                .apply(
                        HOST,
                        guest(1).ref(),
                        Sanction.Kind.TIMEOUT,
                        house.identity.scope(new Ref("room", "session.keynote")),
                        "enough of it",
                        Duration.ofMinutes(10));
        await(() -> {
            house.rooms.talk().standsStill(room, false);
            return house.texts(room).size() == 1;
        });
        assertEquals(List.of("honest"), house.texts(room));
        await(() -> desk().held().stream().anyMatch(each -> each.reason().equals("sanction")));
        assertEquals(said.id(), desk().held().getFirst().message().id());
        refused("access.sanctioned", () -> house.say(1, room, "again"));
        assertTrue(desk().people().stream().anyMatch(ChatDesk.Person::capped));
    }

    @Test
    void modesBindVisitorsAndNotTheHost() {
        modes(new Modes().members(true));
        refused("chat.members-only", () -> house.say(1, room, "hello"));
        modes(new Modes().members(false).emoji(true));
        refused("chat.emoji-only", () -> house.say(1, room, "hello 👏"));
        assertEquals("visible", house.say(1, room, "👏👏 ❤️").state());
        modes(new Modes().emoji(false).links(true));
        refused("chat.links-off", () -> house.say(1, room, "see www.example.org"));
        refused("chat.links-off", () -> house.say(1, room, "buy at cheap-stuff.shop"));
        house.say(1, room, "version 1.0.3 at 9 a.m.");
        modes(new Modes().links(false).muted(true));
        refused("chat.muted", () -> house.say(1, room, "hello"));
        house.rooms.post(HOST, room, ChatDraft.of("only we talk, see www.example.org"));
        modes(new Modes().muted(false).established(60));
        assertTrue(refused("chat.established", () -> house.say(7, room, "just came"))
                        .retryAfterMs()
                > 3_000_000);
        refused("request.invalid", () -> modes(new Modes().delay(31)));
        refused("access.sign-in", () -> house.rooms.modes(guest(1), room, ModesDraft.slow(1)));
        assertEquals(60, house.view(room, guest(1)).modes().establishedMinutes());
    }

    @Test
    void lockdownLosesNothingAndLeavesTheModesAsTheyWere() {
        modes(new Modes().delay(0).reports(3));
        house.rooms.modes(HOST, room, 5);
        var before = house.view(room, guest(1)).modes();
        var locked = house.rooms.talk().modes().lockdown(room, true);
        assertEquals(30, locked.slowSeconds());
        assertTrue(locked.lockedUntil().orElseThrow().isAfter(Instant.now()));
        assertEquals("held", house.say(1, room, "first word").state());
        assertEquals("new", desk().held().getFirst().reason());
        refused("chat.slow", () -> house.say(1, room, "second word"));
        house.rooms.talk().modes().lockdown(room, true);
        assertEquals(before, house.rooms.talk().modes().lockdown(room, false));
        assertEquals("visible", house.say(2, room, "calm again").state());
    }

    @Test
    void wordsAreMaskedHeldOrRefusedAndNeverTold() {
        words(
                new Rule("darn", Verdict.MASK, "insult"),
                new Rule("casino", Verdict.REJECT, "advert"),
                new Rule("代开发票", Verdict.HOLD, "advert"));
        assertEquals("oh ****!", house.say(1, room, "oh DARN!").text());
        var refused = refused("chat.refused", () -> house.say(1, room, "best c.a.s.1.n.o"));
        assertFalse(refused.detail().contains("casino"));
        assertEquals("held", house.say(1, room, "代 开 發 票").state());
        assertEquals(
                "visible",
                house.rooms.post(HOST, room, ChatDraft.of("no casino here")).state());
        var mine = house.say(2, room, "fine");
        refused("chat.refused", () -> house.rooms.edit(guest(2), room, mine.id(), "casino", Optional.empty()));
        assertEquals(
                "held",
                house.rooms
                        .edit(guest(2), room, mine.id(), "代开发票", Optional.empty())
                        .state());
        assertFalse(everything(3).contains("代开发票") || house.texts(room).contains("fine"));
        house.rooms.talk().approve(HOST, room, mine.id());
        assertTrue(house.texts(room).contains("代开发票"));
        assertFalse(
                house.topics.state("room:" + room).getOrDefault("deleted", "").contains(mine.id()));
    }

    @Test
    void aVersionOfTheWordsIsAddedAndOlderOnesStay() {
        words(new Rule("one", Verdict.REJECT, "other"));
        words(new Rule("two", Verdict.REJECT, "other"));
        house.say(1, room, "one");
        refused("chat.refused", () -> house.say(1, room, "two"));
        var book = house.rooms.talk().words();
        var versions = house.mount.read(handle -> book.versions(handle, RuleBook.HOUSE, 10));
        assertEquals(
                List.of(2L, 1L),
                versions.stream().map(RuleBook.Version::version).toList());
        assertEquals(
                List.of(true, false),
                versions.stream().map(RuleBook.Version::active).toList());
        var result = house.rooms
                .talk()
                .rehearsal()
                .play(room.toString(), new RuleSet(List.of(new Rule("one", Verdict.HOLD, "other"))));
        assertEquals(1, result.catches());
        assertEquals("one", result.caught().getFirst().text());
    }

    @Test
    void whoRepeatsWaitsAndACrowdMayCheer() {
        house.say(1, room, "buy my wonderful thing");
        house.say(1, room, "Buy my wonderful thing!!");
        refused("chat.repeated", () -> house.say(1, room, "buy my wonderful thing"));
        for (int n = 2; n < 9; n++) {
            assertEquals("visible", house.say(n, room, "恭喜恭喜").state());
        }
        assertEquals(7, desk().load().alike());
        assertEquals("held", house.say(9, room, "$$$ %%% ### @@@ !!! www.x.top").state());
        assertEquals("spam", desk().held().getFirst().reason());
    }

    @Test
    void reportsCountOncePerPersonAndHoldWhenTheRoomSaysSo() {
        modes(new Modes().reports(2));
        var said = house.say(1, room, "rude");
        refused("chat.own", () -> house.rooms.talk().report(guest(1), room, said.id(), "abuse"));
        house.rooms.talk().report(guest(2), room, said.id(), "abuse");
        house.rooms.talk().report(guest(2), room, said.id(), "spam");
        assertEquals(1, desk().reported().getFirst().count());
        assertEquals(List.of("rude"), house.texts(room));
        house.rooms.talk().report(guest(3), room, said.id(), "spam");
        assertEquals(List.of(), house.texts(room));
        assertEquals("reports", desk().held().getFirst().reason());
        assertFalse(everything(4).contains("rude"));
        house.rooms.talk().approve(HOST, room, said.id());
        assertEquals(List.of("rude"), house.texts(room));
        assertEquals(List.of(), desk().reported());
        house.rooms.talk().report(guest(2), room, said.id(), "spam");
        assertEquals(List.of(), desk().reported(), "looked at already");
    }

    @Test
    void pinsKeepTheirOrderAndGoWithTheirMessage() {
        var one = house.say(1, room, "one");
        var two = house.say(2, room, "two");
        house.rooms.talk().pin(room, one.id(), Integer.MAX_VALUE);
        var pins = house.rooms.talk().pin(room, two.id(), 0);
        assertEquals(
                List.of("two", "one"),
                pins.messages().stream().map(message -> message.text()).toList());
        house.rooms.delete(guest(2), room, two.id());
        assertFalse(house.topics.state("room:" + room).getOrDefault("pins", "").contains("two"));
        assertEquals(List.of(), house.rooms.talk().unpin(room, one.id()).messages());
        refused("chat.gone", () -> house.rooms.talk().pin(room, two.id(), 0));
    }

    @Test
    void anEmojiCountsOncePerPersonAndTravelsInTheTick() {
        var said = house.say(1, room, "nice");
        house.rooms.talk().mark(guest(2), room, said.id(), "👍", true);
        house.rooms.talk().mark(guest(2), room, said.id(), "👍", true);
        assertEquals(Map.of("👍", 2), house.rooms.talk().mark(guest(3), room, said.id(), "👍", true));
        long rev = house.view(room, guest(1)).rev();
        assertEquals(1, rev);
        assertEquals(
                Map.of("👍", 2),
                house.rooms.messages(room, 0, 10).messages().getFirst().marks());
        assertTrue(house.topics
                .tick("room:" + room)
                .counters()
                .getOrDefault("marks", "")
                .contains(said.id()));
        assertEquals(
                Map.of(said.id(), List.of("👍")),
                house.rooms.talk().own(guest(2), room).marks());
        assertEquals(Map.of("👍", 1), house.rooms.talk().mark(guest(2), room, said.id(), "👍", false));
        refused("request.invalid", () -> house.rooms.talk().mark(guest(2), room, said.id(), "🍔", true));
    }

    @Test
    void moderatorsKnowWhoTalksAndNoteWhatTheySee() {
        var said = house.say(1, room, "hello");
        house.rooms.delete(HOST, room, said.id());
        var id = said.author().id();
        var card = house.rooms.talk().note(HOST, room, id, "was warned by word", Language.EN);
        assertEquals(1, card.messages());
        assertEquals(1, card.removed());
        assertEquals("was warned by word", card.notes().getFirst().text());
        house.rooms
                .talk()
                .sanction(HOST, room, house.rooms.talk().author(room, id), Sanction.Kind.WARNING, true, "be kind", 60);
        var warned = house.rooms.talk().person(HOST, room, id, Language.EN);
        assertEquals("warning", warned.sanctions().getFirst().kind());
        assertFalse(warned.sanctions().getFirst().here());
        var other = house.attach("other", talk());
        refused("not-found", () -> house.rooms.talk().person(HOST, other, id, Language.EN));
        assertTrue(house.identity.exportOf(guest(1).ref()).toString().contains("was warned by word"));
        house.rooms.talk().standsStill(room, true);
        assertEquals(
                List.of(),
                house.rooms.talk().person(HOST, room, id, Language.EN).notes());
    }

    @Test
    void aNoticeIsShownUntilItsTimeOrUntilItIsTakenAway() {
        var notice = house.rooms.talk().notice(room, "lunch at twelve", 10);
        assertTrue(house.topics.state("room:" + room).getOrDefault("notice", "").contains("lunch"));
        house.rooms.talk().withdraw(room, notice.id());
        assertFalse(
                house.topics.state("room:" + room).getOrDefault("notice", "").contains("lunch"));
        refused("request.invalid", () -> house.rooms.talk().notice(room, "too long", 241));
    }

    @Test
    void aHeldMessageIsTakenBackByItsAuthorWithoutATrace() {
        words(new Rule("secret", Verdict.HOLD, "other"));
        var held = house.say(1, room, "secret");
        refused("chat.not-yours", () -> house.rooms.delete(guest(2), room, held.id()));
        house.rooms.delete(guest(1), room, held.id());
        assertEquals(0, house.view(room, guest(2)).rev());
        assertEquals(List.of(), desk().held());
        refused("message.state-conflict", () -> house.rooms.talk().approve(HOST, room, held.id()));
    }

    @Test
    void aMessageOfAnotherRoomIsNotThere() {
        var other = house.attach("other", talk());
        words(new Rule("secret", Verdict.HOLD, "other"));
        var held = house.say(1, room, "secret");
        var said = house.say(2, room, "fine");
        refused("not-found", () -> house.rooms.talk().approve(HOST, other, held.id()));
        refused("not-found", () -> house.rooms.talk().reject(HOST, other, held.id()));
        refused("not-found", () -> house.rooms.talk().claim(HOST, other, held.id(), Language.EN));
        refused("chat.gone", () -> house.rooms.talk().pin(other, said.id(), 0));
        refused("chat.gone", () -> house.rooms.talk().report(guest(3), other, said.id(), "spam"));
    }

    private ChatDesk desk() {
        return house.rooms.talk().desk(HOST, room, Language.EN);
    }

    private void words(Rule... rules) {
        house.mount.write((handle, journal) -> house.rooms
                .talk()
                .words()
                .add(handle, journal, RuleBook.HOUSE, new RuleSet(List.of(rules)), HOST.ref()));
    }

    private void modes(Modes modes) {
        house.rooms.modes(HOST, room, modes.draft());
    }

    /** What a viewer can read of the room in any way. */
    private String everything(int reader) {
        return store.json().text(house.rooms.messages(room, 0, 100))
                + store.json().text(house.view(room, guest(reader)))
                + store.json().text(house.rooms.talk().own(guest(reader), room))
                + house.topics.read("room:" + room, 0, 1_000)
                + house.topics.state("room:" + room)
                + house.topics.tick("room:" + room)
                + house.identity.exportOf(guest(reader).ref());
    }

    private static void await(BooleanSupplier done) {
        var end = Instant.now().plusSeconds(60);
        while (!done.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "did not come");
            Thread.onSpinWait();
        }
    }

    /** Builds a draft by what it sets. */
    private static final class Modes {
        private Optional<Integer> delay = Optional.empty();
        private Optional<Boolean> members = Optional.empty();
        private Optional<Integer> established = Optional.empty();
        private Optional<Boolean> emoji = Optional.empty();
        private Optional<Boolean> links = Optional.empty();
        private Optional<Boolean> muted = Optional.empty();
        private Optional<Integer> reports = Optional.empty();

        Modes delay(int seconds) {
            delay = Optional.of(seconds);
            return this;
        }

        Modes members(boolean only) {
            members = Optional.of(only);
            return this;
        }

        Modes established(int minutes) {
            established = Optional.of(minutes);
            return this;
        }

        Modes emoji(boolean only) {
            emoji = Optional.of(only);
            return this;
        }

        Modes links(boolean off) {
            links = Optional.of(off);
            return this;
        }

        Modes muted(boolean all) {
            muted = Optional.of(all);
            return this;
        }

        Modes reports(int hold) {
            reports = Optional.of(hold);
            return this;
        }

        ModesDraft draft() {
            return new ModesDraft(
                    Optional.empty(), delay, members, established, emoji, links, muted, Optional.empty(), reports);
        }
    }
}
