package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.LiveHouse.HOST;
import static org.pavilion.server.live.LiveHouse.await;
import static org.pavilion.server.live.LiveHouse.guest;
import static org.pavilion.server.live.LiveHouse.refused;
import static org.pavilion.server.live.LiveHouse.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Caller;
import org.pavilion.api.Inquiry;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Scope;
import org.pavilion.api.Survey;
import org.pavilion.api.Text;
import org.pavilion.server.live.question.Move;
import org.pavilion.server.live.question.Questions.Said;
import org.pavilion.server.live.view.DeskQuestion;
import org.pavilion.server.live.view.QuestionDraft;
import org.pavilion.server.live.view.QuestionRules;
import org.pavilion.server.live.view.QuestionTold;
import org.pavilion.server.live.view.QuestionView;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

/** Questions from asking to answering, over every way and by everybody who may. */
@BothStores
final class QuestionTest {
    private static final QuestionRules MODERATED =
            new QuestionRules(true, true, false, true, true, 3, List.of("AI", "policy"));

    private final Store store;
    private final LiveHouse house;

    QuestionTest(Store store) {
        this.store = store;
        this.house = new LiveHouse(store);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Ref room(String id) {
        return house.attach(id, asking());
    }

    private static RoomSpec asking() {
        return RoomSpec.of(LiveHouse.TITLE, RoomSpec.Module.CHAT, RoomSpec.Module.QUESTIONS);
    }

    private String ask(int guest, Ref room, String text) {
        return house.rooms
                .questions()
                .ask(guest(guest), room, QuestionDraft.of(text), Language.EN)
                .question()
                .id();
    }

    private DeskQuestion act(Ref room, String id, Move move) {
        return act(room, id, move, Said.NOTHING);
    }

    private DeskQuestion act(Ref room, String id, Move move, Said said) {
        return house.rooms.questions().act(HOST, room, id, move, said, Optional.empty());
    }

    private static Said into(String id) {
        return new Said(Optional.empty(), Optional.of(id), Optional.empty(), Optional.empty());
    }

    private static Said text(String text) {
        return new Said(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(text));
    }

    private List<String> seen(Ref room) {
        return house.rooms.questions().list(guest(99), room, "votes", 100).questions().stream()
                .map(QuestionView::text)
                .toList();
    }

    @Test
    void aModeratedQuestionIsSeenByNobodyButItsAuthorAndTheDeskUntilItIsLetThrough() {
        var room = room("queue");
        house.rooms.questions().rules(HOST, room, MODERATED);
        var id = ask(1, room, "How much does the pilot line cost?");
        assertEquals(List.of(), seen(room));
        assertEquals(List.of(), house.topics.read("room:" + room, 0, 100));
        assertFalse(house.topics.state("room:" + room).toString().contains("pilot line"));
        var mine = house.rooms.questions().list(guest(1), room, "newest", 10).mine();
        assertEquals("queued", mine.getFirst().question().state());
        var desk = house.rooms.questions().desk(HOST, room);
        assertEquals(id, desk.queue().getFirst().question().id());
        refused(
                "question.state-conflict",
                () -> house.rooms.questions().vote(guest(2), room, id, true, Optional.empty()));
        act(room, id, Move.APPROVE);
        assertEquals(List.of("How much does the pilot line cost?"), seen(room));
        var told = house.topics.read("room:" + room, 0, 100);
        assertEquals("live.question-approved", told.getFirst().name());
        assertTrue(store.json()
                .read(told.getFirst().payload(), QuestionTold.class)
                .question()
                .isPresent());
    }

    @Test
    void onlyTheListedStepsCanBeTaken() {
        var room = room("steps");
        Map<Move, Set<String>> allowed = new EnumMap<>(Map.ofEntries(
                Map.entry(Move.APPROVE, Set.of("queued")),
                Map.entry(Move.REJECT, Set.of("queued")),
                Map.entry(Move.MERGE, Set.of("queued", "visible")),
                Map.entry(Move.STAR, Set.of("visible")),
                Map.entry(Move.UNSTAR, Set.of("visible")),
                Map.entry(Move.STAGE, Set.of("visible")),
                Map.entry(Move.UNSTAGE, Set.of("staged")),
                Map.entry(Move.ANSWER, Set.of("staged", "carried")),
                Map.entry(Move.REOPEN, Set.of("answered")),
                Map.entry(Move.ARCHIVE, Set.of("visible")),
                Map.entry(Move.RESTORE, Set.of("archived")),
                Map.entry(
                        Move.DELETE,
                        Set.of(
                                "queued",
                                "rejected",
                                "visible",
                                "staged",
                                "answered",
                                "merged",
                                "archived",
                                "carried"))));
        var target = ask(1, room, "the target");
        for (var state : List.of(
                "queued", "rejected", "visible", "staged", "answered", "merged", "archived", "carried", "deleted")) {
            for (var move : allowed.keySet()) {
                var id = ask(2, room, state + " " + move);
                house.mount.write((handle, journal) -> {
                    handle.execute("update live_question set state = 'visible' where state = 'staged'");
                    return handle.execute("update live_question set state = ? where id = ?", state, id);
                });
                var said = move == Move.MERGE ? into(target) : move == Move.ANSWER ? text("so") : Said.NOTHING;
                if (allowed.getOrDefault(move, Set.of()).contains(state)) {
                    act(room, id, move, said);
                } else {
                    var problem = refused("question.state-conflict", () -> act(room, id, move, said));
                    assertTrue(problem.detail().contains(state), problem.detail());
                }
                house.mount.write((handle, journal) ->
                        handle.execute("update live_question set state = 'deleted' where author = 'guest:g2'"));
            }
        }
    }

    @Test
    void onlyTheTeamMovesQuestionsOnAndSpeakersAnswerInTheirOwnRoom() {
        var room = room("rights");
        var id = ask(1, room, "May I?");
        for (var move : Move.values()) {
            if (move != Move.CARRY) {
                refused(
                        "access.sign-in",
                        () -> house.rooms.questions().act(guest(1), room, id, move, Said.NOTHING, Optional.empty()));
            }
        }
        refused("access.sign-in", () -> house.rooms.questions().desk(guest(1), room));
        var account = house.identity.accounts().create("speaker@example.org", "Li Na", Language.EN);
        var speaker = new Caller(account.ref(), Caller.Kind.PERSON, Set.of("pub"));
        house.identity
                .rights()
                .grant(speaker.ref(), "speaker", new Scope("room/session." + room.id()), Optional.empty(), HOST.ref());
        act(room, id, Move.STAGE);
        refused(
                "access.denied",
                () -> house.rooms.questions().act(speaker, room, id, Move.UNSTAGE, Said.NOTHING, Optional.empty()));
        assertEquals(
                "answered",
                house.rooms
                        .questions()
                        .answer(speaker, room, id, Optional.of("Yes."))
                        .question()
                        .state());
        var elsewhere = room("elsewhere");
        var other = ask(1, elsewhere, "And here?");
        act(elsewhere, other, Move.STAGE);
        refused("access.denied", () -> house.rooms.questions().answer(speaker, elsewhere, other, Optional.empty()));
    }

    @Test
    void aVoteIsGivenOnceInItsOwnRoomAndTakenBack() throws Exception {
        var room = room("votes");
        var other = room("other");
        var id = ask(1, room, "When does it open?");
        var questions = house.rooms.questions();
        refused("not-found", () -> questions.vote(guest(2), other, id, true, Optional.empty()));
        refused("not-found", () -> act(other, id, Move.STAGE));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var voting = new ArrayList<Future<?>>();
            for (int n = 0; n < 100; n++) {
                voting.add(people.submit(() -> questions.vote(guest(7), room, id, true, Optional.empty())));
            }
            for (var each : voting) {
                each.get();
            }
        }
        assertEquals(
                1, questions.vote(guest(7), room, id, true, Optional.empty()).votes());
        assertEquals(List.of(id), questions.list(guest(7), room, "votes", 10).voted());
        assertEquals(
                0, questions.vote(guest(7), room, id, false, Optional.empty()).votes());
        assertEquals(
                0, questions.vote(guest(7), room, id, false, Optional.empty()).votes());
        act(room, id, Move.ARCHIVE);
        refused("question.state-conflict", () -> questions.vote(guest(8), room, id, true, Optional.empty()));
    }

    @Test
    void mergedQuestionsShareTheirVotersAndTheAskerIsToldWhere() {
        var room = room("merge");
        var first = ask(1, room, "How many companies take part this year?");
        var second = ask(2, room, "How many companies take part in this year?");
        var questions = house.rooms.questions();
        for (int n = 3; n < 6; n++) {
            questions.vote(guest(n), room, first, true, Optional.empty());
        }
        for (int n = 5; n < 8; n++) {
            questions.vote(guest(n), room, second, true, Optional.empty());
        }
        assertEquals(
                List.of(first),
                questions.desk(HOST, room).open().stream()
                        .filter(each -> each.question().id().equals(second))
                        .findFirst()
                        .orElseThrow()
                        .similar());
        assertEquals(
                2,
                questions
                        .similar(guest(9), room, "how many companies take part")
                        .questions()
                        .size());
        act(room, second, Move.MERGE, into(first));
        // 3, 4, 5, 6, 7 and who asked the second one.
        assertEquals(
                6,
                questions
                        .list(guest(1), room, "votes", 10)
                        .questions()
                        .getFirst()
                        .votes());
        assertEquals(
                Optional.of(first),
                questions.list(guest(2), room, "votes", 10).mine().getFirst().mergedInto());
    }

    @Test
    void oneQuestionIsOnTheStageAndItsAnswerHasItsMinute() {
        var room = house.attach("stage", stream(Duration.ofMinutes(20)));
        var first = ask(1, room, "One?");
        var second = ask(2, room, "Two?");
        act(room, first, Move.STAR);
        act(
                room,
                second,
                Move.STAR,
                new Said(Optional.empty(), Optional.empty(), Optional.of(first), Optional.empty()));
        assertEquals(
                List.of(second, first),
                house.rooms.questions().desk(HOST, room).runList().stream()
                        .map(each -> each.question().id())
                        .toList());
        act(room, first, Move.STAGE);
        act(room, second, Move.STAGE);
        assertEquals(
                "visible",
                house.rooms
                        .questions()
                        .list(guest(1), room, "votes", 9)
                        .mine()
                        .getFirst()
                        .question()
                        .state());
        assertTrue(house.topics.state("room:" + room).getOrDefault("stage", "").contains(second));
        var last = house.topics.read("room:" + room, 0, 100).getLast();
        assertEquals("live.question-staged", last.name());
        assertEquals(
                Optional.of(first),
                store.json().read(last.payload(), QuestionTold.class).before().map(QuestionView::id));
        var answered = act(room, second, Move.ANSWER, text("In spring.")).question();
        assertEquals("answered", answered.state());
        var answer = answered.answer().orElseThrow();
        assertEquals(Optional.of("In spring."), answer.text());
        long media = answer.mediaMs().orElseThrow();
        assertTrue(media > 1_190_000 && media < 1_400_000, "minute " + media);
        assertTrue(house.topics.state("room:" + room).getOrDefault("stage", "").equals("{}"));
    }

    private static RoomSpec stream(Duration since) {
        var spec = session(since, Duration.ofHours(1));
        return new RoomSpec(
                spec.title(),
                Set.of(RoomSpec.Module.STREAM, RoomSpec.Module.CHAT, RoomSpec.Module.QUESTIONS),
                spec.schedule(),
                spec.stream(),
                spec.chapters(),
                spec.edition());
    }

    @Test
    void whatIsLeftAtTheEndIsCarriedOverAndAnsweredLater() {
        var account = house.identity.accounts().create("asker@example.org", "Wang Wei", Language.EN);
        var asker = new Caller(account.ref(), Caller.Kind.PERSON, Set.of("pub"));
        var room = room("end");
        var speaker = house.identity
                .accounts()
                .create("talker@example.org", "Li Na", Language.EN)
                .ref();
        house.identity.rights().grant(speaker, "speaker", new Scope("room/session.end"), Optional.empty(), HOST.ref());
        var id = house.rooms
                .questions()
                .ask(asker, room, QuestionDraft.of("And after the show?"), Language.EN)
                .question()
                .id();
        act(room, id, Move.STAGE);
        house.rooms.move(HOST, room, "end");
        house.rooms.move(HOST, room, "close");
        await(() -> house.rooms
                .questions()
                .list(asker, room, "votes", 9)
                .mine()
                .getFirst()
                .question()
                .state()
                .equals("carried"));
        assertEquals(List.of(speaker + " live.questions-left"), house.noticed);
        refused("question.closed", () -> ask(3, room, "Too late?"));
        refused("request.invalid", () -> act(room, id, Move.ANSWER));
        act(room, id, Move.ANSWER, text("We go on online."));
        assertEquals(asker.ref() + " live.question-answered", house.noticed.getLast());
        assertEquals(List.of("And after the show?"), seen(room));
        // A room of the next session begins empty.
        assertEquals(List.of(), seen(room("next")));
    }

    @Test
    void aRoomWithoutCarryOverArchivesWhatIsLeft() {
        var room = room("drop");
        house.rooms.questions().rules(HOST, room, new QuestionRules(false, true, false, true, false, 0, List.of()));
        ask(1, room, "Anybody?");
        house.rooms.move(HOST, room, "end");
        house.rooms.move(HOST, room, "close");
        await(() -> seen(room).isEmpty());
        assertEquals(
                "archived",
                house.rooms
                        .questions()
                        .desk(HOST, room)
                        .done()
                        .getFirst()
                        .question()
                        .state());
    }

    @Test
    void othersReadNoNameOfWhoAsksWithoutItAndTheDeskOnlyWhereThatWasSaid() {
        var room = room("names");
        var draft = new QuestionDraft("Who pays?", Optional.of(true), List.of(), Optional.empty(), Optional.empty());
        house.rooms.questions().ask(guest(1), room, draft, Language.EN);
        var list = house.rooms.questions().list(guest(2), room, "votes", 9);
        assertEquals(Optional.empty(), list.questions().getFirst().author());
        assertFalse(house.topics.read("room:" + room, 0, 9).toString().contains("\"author\""));
        assertTrue(house.rooms
                .questions()
                .desk(HOST, room)
                .open()
                .getFirst()
                .author()
                .isPresent());
        house.rooms.questions().rules(HOST, room, new QuestionRules(false, true, true, true, true, 0, List.of()));
        assertTrue(house.rooms
                .questions()
                .desk(HOST, room)
                .open()
                .getFirst()
                .author()
                .isEmpty());
    }

    @Test
    void theTeamWritesDownWhatTheHallAsks() {
        var room = room("aloud");
        house.rooms.questions().rules(HOST, room, MODERATED);
        var draft = new QuestionDraft(
                "From row five?", Optional.empty(), List.of("AI"), Optional.of("Zhang San"), Optional.empty());
        refused("access.denied", () -> house.rooms.questions().ask(guest(1), room, draft, Language.EN));
        var asked = house.rooms.questions().ask(HOST, room, draft, Language.EN).question();
        assertTrue(asked.aloud());
        assertEquals("visible", asked.state());
        assertEquals("Zhang San", asked.author().orElseThrow().name());
        var wrong = new QuestionDraft("x y", Optional.empty(), List.of("rude"), Optional.empty(), Optional.empty());
        refused("request.invalid", () -> house.rooms.questions().ask(guest(1), room, wrong, Language.EN));
    }

    @Test
    void thatWhichWaitsIsBoundedAndMayBeTakenBack() {
        var room = room("bounds");
        house.rooms.questions().rules(HOST, room, MODERATED);
        var id = ask(1, room, "First?");
        refused("question.duplicate", () -> ask(1, room, "First?"));
        ask(1, room, "Second?");
        ask(1, room, "Third?");
        refused("question.too-many", () -> ask(1, room, "Fourth?"));
        refused("question.not-yours", () -> house.rooms.questions().withdraw(guest(2), room, id));
        house.rooms.questions().withdraw(guest(1), room, id);
        refused("question.state-conflict", () -> house.rooms.questions().withdraw(guest(1), room, id));
        refused("request.invalid", () -> ask(2, room, "x".repeat(301)));
        assertEquals(2, house.rooms.questions().desk(HOST, room).queue().size());
        assertNotEquals(id, ask(1, room, "First?"));
    }

    @Test
    void whoLeavesTakesQuestionsAlongAndLeavesNothingButVotes() {
        var room = room("leave");
        var id = ask(1, room, "Secret plan?");
        var other = ask(2, room, "Open plan?");
        house.rooms.questions().vote(guest(1), room, other, true, Optional.empty());
        assertTrue(house.identity.exportOf(guest(1).ref()).toString().contains("Secret plan?"));
        house.identity.eraseAll(guest(1).ref());
        assertEquals(List.of("Open plan?"), seen(room));
        assertFalse(house.identity.exportOf(guest(1).ref()).toString().contains("Secret"));
        assertEquals(
                1,
                house.rooms
                        .questions()
                        .list(guest(3), room, "votes", 9)
                        .questions()
                        .getFirst()
                        .votes());
        assertFalse(house.topics.read("room:" + room, 0, 100).toString().contains("Secret"), id);
        assertEquals(
                List.of(),
                house.mount.read(handle -> handle.createQuery("select question from live_question_vote where voter = ?")
                        .bind(0, guest(1).ref())
                        .mapTo(String.class)
                        .list()));
    }

    @Test
    void whatWasAskedAndVotedBeforeIsLaidOnce() {
        var room =
                house.attach("before", RoomSpec.of(LiveHouse.TITLE, RoomSpec.Module.QUESTIONS, RoomSpec.Module.POLLS));
        var now = Instant.now();
        var asked = List.of(
                new Inquiry(now.minusSeconds(60), "Mina", "How long?", Inquiry.Stage.ANSWERED, 2, "Ten minutes."),
                new Inquiry(now.minusSeconds(50), "Haru", "Why not?", Inquiry.Stage.STARRED, 5, null),
                new Inquiry(now.minusSeconds(40), "Li", "Is it so?", Inquiry.Stage.QUEUED, 0, null));
        var options = List.of(new Text("是", "Yes"), new Text("否", "No"));
        var held = List.of(
                new Survey(now, new Text("行吗", "Fine?"), options, List.of(List.of(3, 1), List.of(2, 2)), false),
                new Survey(now, new Text("走吗", "Go?"), options, List.of(List.of(1, 0)), true));
        for (int twice = 0; twice < 2; twice++) {
            house.mount.write((handle, journal) -> {
                house.rooms.recall(handle, journal, room, asked, held);
                return room;
            });
        }
        assertEquals(List.of("Why not?", "How long?"), seen(room));
        assertEquals(1, house.rooms.questions().desk(HOST, room).runList().size());
        assertEquals(1, house.rooms.questions().desk(HOST, room).queue().size());
        var polls = house.rooms.polls().list(guest(1), room).polls();
        assertEquals(
                List.of("open", "closed"),
                polls.stream().map(poll -> poll.state()).toList());
        assertEquals(
                List.of(2L, 2L),
                polls.get(1).rounds().get(1).tally().orElseThrow().counts());
        assertEquals(
                4,
                house.rooms
                        .polls()
                        .proof(guest(1), room, polls.get(1).id(), 1)
                        .leaves()
                        .size());
        assertEquals(4, house.topics.read("room:" + room, 0, 99).size());
    }
}
