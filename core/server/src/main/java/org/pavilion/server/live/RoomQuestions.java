package org.pavilion.server.live;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.live.question.Move;
import org.pavilion.server.live.question.Questions;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.Wording;
import org.pavilion.server.live.view.DeskQuestion;
import org.pavilion.server.live.view.DeskQuestions;
import org.pavilion.server.live.view.MyQuestion;
import org.pavilion.server.live.view.QuestionDraft;
import org.pavilion.server.live.view.QuestionList;
import org.pavilion.server.live.view.QuestionRules;
import org.pavilion.server.live.view.QuestionView;
import org.pavilion.server.live.view.Similar;
import org.pavilion.server.live.view.Voted;
import org.pavilion.server.settings.Limit;

/** The questions of live rooms: who may do what, and how often. */
public final class RoomQuestions {
    private final Identity identity;
    private final Questions questions;

    RoomQuestions(Identity identity, Questions questions) {
        this.identity = identity;
        this.questions = questions;
    }

    /** What can be seen in a room, in the order of votes, newest or unanswered, and the caller's own. */
    public QuestionList list(Caller caller, Ref room, String sort, int limit) {
        require(caller, LivePermissions.WATCH, room);
        return questions.list(caller, room, sort, limit);
    }

    Similar similar(Caller caller, Ref room, String text) {
        require(caller, LivePermissions.WATCH, room);
        return questions.similar(room, text);
    }

    /** Asks; refused with {@code question.closed}, {@code question.rejected}, {@code rate.limited}, … */
    public MyQuestion ask(Caller caller, Ref room, QuestionDraft draft, Language language) {
        require(caller, LivePermissions.ASK, room);
        // What cannot be a question costs nobody their turn.
        Wording.message(draft.text());
        // The team writes down what a hall asks, one after the other.
        if (!LivePermissions.host(identity, caller, room)) {
            identity.rates().own(Limit.ASK, caller, room);
        }
        return questions.ask(caller, room, draft, language);
    }

    /** Gives a vote or takes it back. */
    public Voted vote(Caller caller, Ref room, String id, boolean on, Optional<String> key) {
        require(caller, LivePermissions.VOTE, room);
        identity.rates().own(Limit.VOTE, caller, room);
        return questions.vote(caller, room, id, on, key);
    }

    void withdraw(Caller caller, Ref room, String id) {
        require(caller, LivePermissions.ASK, room);
        questions.withdraw(caller, room, id);
    }

    /** What the moderators of the room work on. */
    public DeskQuestions desk(Caller caller, Ref room) {
        require(caller, LivePermissions.MODERATE, room);
        return questions.desk(room);
    }

    /** Moves a question on; only what belongs to the act may be said with it. */
    DeskQuestion act(Caller caller, Ref room, String id, Move move, Questions.Said said, Optional<String> key) {
        require(caller, move == Move.ANSWER ? LivePermissions.ANSWER : LivePermissions.MODERATE, room);
        refuse(said.reason(), "/reason", move == Move.REJECT || move == Move.DELETE || move == Move.ARCHIVE);
        refuse(said.into(), "/into", move == Move.MERGE);
        refuse(said.before(), "/before", move == Move.STAR);
        refuse(said.text(), "/text", move == Move.ANSWER);
        return questions.act(caller, room, id, move, said, key);
    }

    /** Answers a question on the stage, or one that was left over, in writing. */
    public DeskQuestion answer(Caller caller, Ref room, String id, Optional<String> text) {
        var said = new Questions.Said(Optional.empty(), Optional.empty(), Optional.empty(), text);
        return act(caller, room, id, Move.ANSWER, said, Optional.empty());
    }

    QuestionRules rules(Caller caller, Ref room, QuestionRules rules) {
        require(caller, LivePermissions.MODERATE, room);
        return questions.rules(room, rules);
    }

    List<QuestionView> shown(Ref room) {
        return questions.shown(room);
    }

    List<DeskQuestion> all(Caller caller, Ref room) {
        require(caller, LivePermissions.MODERATE, room);
        return questions.all(room);
    }

    private static void refuse(Optional<String> said, String pointer, boolean belongs) {
        if (said.isPresent() && !belongs) {
            throw Problem.invalid(pointer, "this act takes no " + pointer.substring(1));
        }
    }

    private void require(Caller caller, Permission right, Ref room) {
        identity.require(caller, right, LivePermissions.in(room));
    }
}
