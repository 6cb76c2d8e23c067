package org.pavilion.server.live;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.server.live.poll.PollMove;
import org.pavilion.server.live.question.Move;
import org.pavilion.server.live.question.Questions;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.Wording;
import org.pavilion.server.live.view.BallotDraft;
import org.pavilion.server.live.view.QuestionDraft;
import org.pavilion.server.realtime.Realtime;

/** Questions and polls over the socket; the same as over HTTP, answer for answer. */
final class QuestionCommands {
    private final LiveRooms rooms;

    QuestionCommands(LiveRooms rooms) {
        this.rooms = rooms;
    }

    record Ask(
            String room,
            String text,
            Optional<Boolean> anonymous,
            List<String> tags,
            Optional<String> aloud,
            Optional<String> key) {}

    /** @param on whether the vote counts from now on */
    record Vote(String room, String id, boolean on, Optional<String> key) {}

    /** @param act approve, reject, merge, star, unstar, stage, unstage, answer, reopen, archive, restore or delete */
    record Act(
            String room,
            String id,
            String act,
            Optional<String> reason,
            Optional<String> into,
            Optional<String> before,
            Optional<String> text,
            Optional<String> key) {}

    record Ballot(
            String room,
            String id,
            List<Integer> options,
            Optional<BigDecimal> number,
            List<String> words,
            Optional<String> key) {}

    /** @param act open, pause, resume, close, new-round, reopen, archive, feature, unfeature or delete */
    record RunPoll(String room, String id, String act, Optional<String> reason, Optional<String> key) {}

    void register(Realtime realtime) {
        realtime.command("question.ask", Ask.class, LivePermissions.ASK, ask -> in(ask.room()), (peer, ask) -> {
            rooms.bound("question.ask", peer);
            return rooms.questions()
                    .ask(
                            peer.caller(),
                            RoomTopics.roomId(ask.room()),
                            new QuestionDraft(ask.text(), ask.anonymous(), ask.tags(), ask.aloud(), ask.key()),
                            Wording.language(ask.text()));
        });
        realtime.command("question.vote", Vote.class, LivePermissions.VOTE, vote -> in(vote.room()), (peer, vote) -> {
            rooms.bound("question.vote", peer);
            return rooms.questions()
                    .vote(peer.caller(), RoomTopics.roomId(vote.room()), vote.id(), vote.on(), vote.key());
        });
        // Each act asks for its own right; whoever may answer is the widest circle.
        act(realtime, "question.act", LivePermissions.ANSWER);
        realtime.command(
                "poll.ballot", Ballot.class, LivePermissions.VOTE, ballot -> in(ballot.room()), (peer, ballot) -> {
                    rooms.bound("poll.ballot", peer);
                    return rooms.polls()
                            .vote(
                                    peer.caller(),
                                    RoomTopics.roomId(ballot.room()),
                                    ballot.id(),
                                    new BallotDraft(ballot.options(), ballot.number(), ballot.words(), ballot.key()));
                });
        realtime.command(
                "poll.act",
                RunPoll.class,
                LivePermissions.POLL,
                run -> in(run.room()),
                (peer, run) -> rooms.polls()
                        .act(
                                peer.caller(),
                                RoomTopics.roomId(run.room()),
                                run.id(),
                                PollMove.of(run.act()),
                                run.reason(),
                                run.key()));
    }

    private void act(Realtime realtime, String name, Permission right) {
        realtime.command(
                name,
                Act.class,
                right,
                act -> in(act.room()),
                (peer, act) -> rooms.questions()
                        .act(
                                peer.caller(),
                                RoomTopics.roomId(act.room()),
                                act.id(),
                                Move.of(act.act()),
                                new Questions.Said(act.reason(), act.into(), act.before(), act.text()),
                                act.key()));
    }

    private static Ref in(String room) {
        return LivePermissions.in(RoomTopics.roomId(room));
    }
}
