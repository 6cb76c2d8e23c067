package org.pavilion.server.live;

import java.util.Optional;
import org.pavilion.api.Caller;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.live.poll.PollMove;
import org.pavilion.server.live.poll.Polls;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.view.BallotDraft;
import org.pavilion.server.live.view.PollDraft;
import org.pavilion.server.live.view.PollList;
import org.pavilion.server.live.view.PollProof;
import org.pavilion.server.live.view.PollView;
import org.pavilion.server.settings.Limit;

/** The polls of live rooms: who may do what, and how often. */
public final class RoomPolls {
    private final Identity identity;
    private final Polls polls;

    RoomPolls(Identity identity, Polls polls) {
        this.identity = identity;
        this.polls = polls;
    }

    /** The polls that the caller may see as one of those who vote; tallies are there when they may be. */
    public PollList list(Caller caller, Ref room) {
        require(caller, LivePermissions.WATCH, room);
        return polls.list(caller, room, false);
    }

    /** Every poll with its tallies, for those who run them. */
    public PollList desk(Caller caller, Ref room) {
        require(caller, LivePermissions.POLL, room);
        return polls.list(caller, room, true);
    }

    PollView poll(Caller caller, Ref room, String id) {
        require(caller, LivePermissions.WATCH, room);
        return polls.poll(caller, room, id, false);
    }

    /** Votes or changes the vote; refused with {@code poll.state-conflict}, {@code poll.type-mismatch}, … */
    public PollView vote(Caller caller, Ref room, String id, BallotDraft ballot) {
        require(caller, LivePermissions.VOTE, room);
        identity.rates().own(Limit.VOTE, caller, room);
        return polls.vote(caller, room, id, ballot, false);
    }

    PollProof proof(Caller caller, Ref room, String id, int round) {
        require(caller, LivePermissions.WATCH, room);
        return polls.proof(room, id, round);
    }

    PollView create(Caller caller, Ref room, PollDraft draft) {
        require(caller, LivePermissions.POLL, room);
        return polls.create(caller, room, draft);
    }

    PollView rewrite(Caller caller, Ref room, String id, PollDraft draft) {
        require(caller, LivePermissions.POLL, room);
        return polls.rewrite(caller, room, id, draft);
    }

    PollView act(Caller caller, Ref room, String id, PollMove move, Optional<String> reason, Optional<String> key) {
        require(caller, LivePermissions.POLL, room);
        return polls.act(caller, room, id, move, reason, key);
    }

    private void require(Caller caller, Permission right, Ref room) {
        identity.require(caller, right, LivePermissions.in(room));
    }
}
