package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.LiveHouse.HOST;
import static org.pavilion.server.live.LiveHouse.guest;
import static org.pavilion.server.live.LiveHouse.refused;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Text;
import org.pavilion.server.live.poll.PollMove;
import org.pavilion.server.live.view.BallotDraft;
import org.pavilion.server.live.view.PollDraft;
import org.pavilion.server.live.view.PollView;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

/** Polls from draft to archive: what a ballot may be, who sees a tally and when, and that every ballot counts once. */
@BothStores
final class PollTest {
    private final Store store;
    private final LiveHouse house;
    private final RoomPolls polls;

    PollTest(Store store) {
        this.store = store;
        this.house = new LiveHouse(store);
        this.polls = house.rooms.polls();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Ref room(String id) {
        return house.attach(id, RoomSpec.of(LiveHouse.TITLE, RoomSpec.Module.CHAT, RoomSpec.Module.POLLS));
    }

    private static PollDraft draft(
            String kind, int options, Optional<Integer> least, Optional<Integer> most, String results) {
        var list = new ArrayList<Text>();
        for (int n = 0; n < options; n++) {
            list.add(new Text("选项" + n, "Option " + n));
        }
        return new PollDraft(
                kind,
                new Text("哪一个？", "Which?"),
                list,
                least,
                most,
                Optional.empty(),
                Optional.empty(),
                Optional.of(results),
                Optional.empty(),
                Optional.of(true),
                Optional.empty(),
                Optional.empty());
    }

    private static PollDraft choice(String results) {
        return draft("choice", 2, Optional.empty(), Optional.empty(), results);
    }

    private String open(Ref room, PollDraft draft) {
        var id = polls.create(HOST, room, draft).id();
        act(room, id, PollMove.OPEN);
        return id;
    }

    private PollView act(Ref room, String id, PollMove move) {
        var reason = move == PollMove.REOPEN ? Optional.of("counted too early") : Optional.<String>empty();
        return polls.act(HOST, room, id, move, reason, Optional.empty());
    }

    private static BallotDraft options(Integer... options) {
        return new BallotDraft(List.of(options), Optional.empty(), List.of(), Optional.empty());
    }

    private static BallotDraft number(String number) {
        return new BallotDraft(List.of(), Optional.of(new BigDecimal(number)), List.of(), Optional.empty());
    }

    private static BallotDraft words(String... words) {
        return new BallotDraft(List.of(), Optional.empty(), List.of(words), Optional.empty());
    }

    private PollView.Tally tally(Ref room, String id) {
        return polls.desk(HOST, room).polls().stream()
                .filter(poll -> poll.id().equals(id))
                .findFirst()
                .orElseThrow()
                .rounds()
                .getLast()
                .tally()
                .orElseThrow();
    }

    @Test
    void aBallotFitsTheKindOfItsPoll() {
        var room = room("kinds");
        var none = Optional.<Integer>empty();
        var one = open(room, draft("choice", 3, none, none, "live"));
        var some = open(room, draft("multi", 4, none, Optional.of(2), "live"));
        var scale = open(room, draft("scale", 0, Optional.of(1), Optional.of(5), "live"));
        var rank = open(room, draft("rank", 3, none, none, "live"));
        var number = open(room, draft("number", 0, Optional.of(0), Optional.of(100), "live"));
        var words = open(room, draft("words", 0, none, Optional.of(2), "live"));
        var wrong = List.of(
                new Wrong(one, options(0, 1)),
                new Wrong(one, options(3)),
                new Wrong(one, options()),
                new Wrong(one, number("1")),
                new Wrong(some, options(0, 1, 2)),
                new Wrong(some, options(1, 1)),
                new Wrong(scale, number("6")),
                new Wrong(scale, number("2.5")),
                new Wrong(scale, options(1)),
                new Wrong(rank, options(0, 1)),
                new Wrong(rank, options(0, 1, 1)),
                new Wrong(number, number("100.1")),
                new Wrong(number, words("7")),
                new Wrong(words, words("a", "b", "c")),
                new Wrong(words, words()),
                new Wrong(words, words("far too long to be one word")));
        for (var each : wrong) {
            refused("poll.type-mismatch", () -> polls.vote(guest(1), room, each.poll(), each.ballot()));
        }
        polls.vote(guest(1), room, some, options(3, 1));
        assertEquals(List.of(0L, 1L, 0L, 1L), tally(room, some).counts());
        polls.vote(guest(1), room, scale, number("4"));
        polls.vote(guest(2), room, scale, number("5.0"));
        assertEquals(List.of(0L, 0L, 0L, 1L, 1L), tally(room, scale).counts());
        assertEquals(new BigDecimal("4.50"), tally(room, scale).mean().orElseThrow());
        polls.vote(guest(1), room, rank, options(2, 0, 1));
        assertEquals(List.of(1L, 0L, 2L), tally(room, rank).counts());
        polls.vote(guest(1), room, number, number("12.5"));
        assertEquals("10–20", tally(room, number).bins().get(1).label());
        assertEquals(Optional.empty(), tally(room, number).bins().get(1).n(), "one alone is not told");
        for (int n = 0; n < 3; n++) {
            polls.vote(guest(n), room, words, words("Carbon", n == 0 ? "rare" : "ＡＩ"));
        }
        assertEquals(
                List.of(new PollView.Bin("Carbon", Optional.of(3L))),
                tally(room, words).bins());
    }

    private record Wrong(String poll, BallotDraft ballot) {}

    @Test
    void onlyTheListedStepsCanBeTakenAndNothingOfAnOpenPollChanges() {
        var room = room("steps");
        var id = polls.create(HOST, room, choice("live")).id();
        assertEquals(List.of(), polls.list(guest(1), room).polls());
        polls.rewrite(HOST, room, id, draft("choice", 3, Optional.empty(), Optional.empty(), "live"));
        refused("poll.state-conflict", () -> polls.vote(guest(1), room, id, options(0)));
        for (var move : List.of(PollMove.PAUSE, PollMove.RESUME, PollMove.CLOSE, PollMove.NEW_ROUND, PollMove.REOPEN)) {
            refused("poll.state-conflict", () -> act(room, id, move));
        }
        act(room, id, PollMove.OPEN);
        refused("poll.state-conflict", () -> polls.rewrite(HOST, room, id, choice("live")));
        refused("poll.state-conflict", () -> act(room, id, PollMove.OPEN));
        refused("poll.state-conflict", () -> act(room, id, PollMove.DELETE));
        polls.vote(guest(1), room, id, options(2));
        act(room, id, PollMove.PAUSE);
        refused("poll.state-conflict", () -> polls.vote(guest(1), room, id, options(1)));
        refused("poll.state-conflict", () -> act(room, id, PollMove.CLOSE));
        act(room, id, PollMove.RESUME);
        act(room, id, PollMove.CLOSE);
        refused("poll.state-conflict", () -> polls.vote(guest(1), room, id, options(1)));
        refused(
                "request.invalid",
                () -> polls.act(HOST, room, id, PollMove.REOPEN, Optional.empty(), Optional.empty()));
        act(room, id, PollMove.REOPEN);
        polls.vote(guest(1), room, id, options(1));
        act(room, id, PollMove.CLOSE);
        act(room, id, PollMove.ARCHIVE);
        refused("poll.state-conflict", () -> act(room, id, PollMove.NEW_ROUND));
        refused("not-found", () -> polls.vote(guest(1), room("elsewhere"), id, options(0)));
        refused("access.sign-in", () -> polls.create(guest(1), room, choice("live")));
        refused("access.sign-in", () -> polls.desk(guest(1), room));
    }

    @Test
    void roundsStandSideBySideAndSayWhoWentWhere() {
        var room = room("rounds");
        var id = open(room, choice("live"));
        for (int n = 0; n < 5; n++) {
            polls.vote(guest(n), room, id, options(0));
        }
        act(room, id, PollMove.NEW_ROUND);
        for (int n = 0; n < 4; n++) {
            polls.vote(guest(n), room, id, options(n < 3 ? 1 : 0));
        }
        var rounds = act(room, id, PollMove.CLOSE).rounds();
        assertEquals(List.of(5L, 0L), rounds.get(0).tally().orElseThrow().counts());
        assertEquals(List.of(1L, 3L), rounds.get(1).tally().orElseThrow().counts());
        assertEquals(List.of(List.of(1L, 3L), List.of(0L, 0L)), rounds.get(1).flow());
        assertEquals(4, rounds.get(1).ballots());
    }

    @Test
    void noTallyIsSentToWhoMayNotSeeItYet() {
        var room = room("results");
        for (var results : List.of("never", "after-vote", "after-close", "live")) {
            var id = open(room, choice(results));
            polls.vote(guest(1), room, id, options(0));
            boolean live = results.equals("live");
            assertEquals(live || results.equals("after-vote"), seen(1, room, id), results + " by a voter");
            assertEquals(live, seen(2, room, id), results + " by another");
            assertEquals(live, house.topics.state("room:" + room).toString().contains("\"tally\""), results);
            assertEquals(live, told(room).contains("\"tally\""), results + " in the log");
            assertTrue(tally(room, id).counts().contains(1L));
            act(room, id, PollMove.CLOSE);
            boolean shown = !results.equals("never");
            assertEquals(shown, seen(2, room, id), results + " when closed");
            assertEquals(shown, house.topics.state("room:" + room).toString().contains("\"tally\""), results);
            act(room, id, PollMove.ARCHIVE);
        }
    }

    private boolean seen(int guest, Ref room, String id) {
        return polls.poll(guest(guest), room, id).rounds().getLast().tally().isPresent();
    }

    /** The last line of the log as a client reads it. */
    private String told(Ref room) {
        return house.topics.read("room:" + room, 0, 1_000).getLast().payload();
    }

    @Test
    void aReceiptProvesThatABallotWasCountedAndTellsNobodyWhich() {
        var room = room("receipts");
        var id = open(room, choice("after-close"));
        var first = polls.vote(guest(1), room, id, options(0))
                .mine()
                .orElseThrow()
                .receipt()
                .orElseThrow();
        var mine = polls.vote(guest(1), room, id, options(1))
                .mine()
                .orElseThrow()
                .receipt()
                .orElseThrow();
        assertNotEquals(first.hash(), mine.hash());
        for (int n = 2; n < 7; n++) {
            polls.vote(guest(n), room, id, options(n % 2));
        }
        refused("poll.no-proof", () -> polls.proof(guest(1), room, id, 1));
        var root = act(room, id, PollMove.CLOSE).rounds().getLast().root();
        var proof = polls.proof(guest(9), room, id, 1);
        assertEquals(root, Optional.of(proof.root()));
        assertEquals(6, proof.ballots());
        assertEquals(6, proof.leaves().size());
        assertTrue(proof.leaves().contains(mine.hash()));
        assertFalse(proof.leaves().contains(first.hash()), "a changed ballot counts as changed");
        assertFalse(proof.toString().contains(mine.nonce()));
        assertEquals(proof.leaves().stream().sorted().toList(), proof.leaves());
    }

    @Test
    void oneIsFeaturedAndItsOpeningIsTold() {
        var room = room("featured");
        var first = open(room, choice("live"));
        var second = open(room, choice("live"));
        assertEquals(
                List.of(second, first),
                polls.list(guest(1), room).polls().stream().map(PollView::id).toList());
        assertEquals(
                List.of("live.poll-opened", "live.poll-opened"),
                house.topics.read("room:" + room, 0, 9).stream()
                        .map(event -> event.name())
                        .toList());
        act(room, first, PollMove.FEATURE);
        assertTrue(house.topics.state("room:" + room).getOrDefault("poll", "").contains(first));
        act(room, first, PollMove.UNFEATURE);
        assertEquals("{}", house.topics.state("room:" + room).getOrDefault("poll", ""));
    }

    @Test
    void aStormOfBallotsIsCountedExactlyAlsoWhileThePollCloses() throws Exception {
        var room = room("storm");
        var id = open(room, choice("live"));
        int voters = 300;
        var counted = new ArrayList<Integer>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var voting = new ArrayList<Future<Boolean>>();
            for (int n = 0; n < voters; n++) {
                int who = n;
                voting.add(people.submit(() -> {
                    // Twice each, and the second one counts.
                    polls.vote(guest(who), room, id, options(1 - who % 2));
                    polls.vote(guest(who), room, id, options(who % 2));
                    return true;
                }));
            }
            for (int n = 0; n < voters; n++) {
                if (voting.get(n).get()) {
                    counted.add(n);
                }
            }
        }
        assertEquals(voters, counted.size());
        assertEquals(List.of(150L, 150L), tally(room, id).counts());
        assertEquals(2, house.view(room, guest(1)).rev() + 1, "no ballot is an event of its own");
        // Whoever is told that it counts is counted, and nobody else.
        act(room, id, PollMove.NEW_ROUND);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var voting = new ArrayList<Future<Boolean>>();
            for (int n = 0; n < 60; n++) {
                int who = n;
                voting.add(people.submit(() -> {
                    try {
                        polls.vote(guest(who), room, id, options(0));
                        return true;
                    } catch (Problem closed) {
                        assertEquals("poll.state-conflict", closed.code());
                        return false;
                    }
                }));
            }
            var closing = people.submit(() -> act(room, id, PollMove.CLOSE));
            long acknowledged = 0;
            for (var each : voting) {
                acknowledged += each.get() ? 1 : 0;
            }
            closing.get();
            assertEquals(
                    acknowledged,
                    polls.poll(guest(1), room, id).rounds().getLast().ballots());
            assertEquals(
                    acknowledged, polls.proof(guest(1), room, id, 2).leaves().size());
        }
    }

    @Test
    void whoLeavesStaysCountedAndIsNobody() {
        var room = room("leave");
        var id = open(room, choice("live"));
        polls.vote(guest(1), room, id, options(1));
        assertTrue(store.json().text(house.identity.exportOf(guest(1).ref())).contains("Which?"));
        house.identity.eraseAll(guest(1).ref());
        assertEquals(List.of(0L, 1L), tally(room, id).counts());
        assertFalse(store.json().text(house.identity.exportOf(guest(1).ref())).contains("Which?"));
        assertTrue(polls.poll(guest(1), room, id).mine().isEmpty());
    }

    @Test
    void withItsRoomAPollEnds() {
        var room = room("over");
        var id = open(room, choice("after-close"));
        polls.vote(guest(1), room, id, options(1));
        house.rooms.move(HOST, room, "end");
        house.rooms.move(HOST, room, "close");
        LiveHouse.await(() -> polls.poll(guest(1), room, id).state().equals("closed"));
        refused("poll.closed", () -> act(room, id, PollMove.REOPEN));
        assertTrue(seen(2, room, id));
    }
}
