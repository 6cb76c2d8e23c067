package org.pavilion.server.live.poll;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.JsonText;
import org.pavilion.api.Ref;
import org.pavilion.server.live.view.PollView;

/** What is shown of polls. The one place that decides who sees a tally. */
record PollViews(PollRows rows, JsonText json) {

    /** Whose eyes: the desk's, those of somebody who may have voted, or everybody's. */
    record Eyes(boolean desk, @Nullable Ref voter) {
        static final Eyes ALL = new Eyes(false, null);
    }

    PollSpec spec(PollRow poll) {
        return json.read(poll.spec(), PollSpec.class);
    }

    PollView view(Handle handle, PollRow poll, Eyes eyes) {
        var spec = spec(poll);
        var voter = eyes.voter();
        var mine = voter == null ? Optional.<BallotRow>empty() : rows.ballot(handle, poll.id(), poll.round(), voter);
        boolean told = eyes.desk() || told(spec, poll, mine.isPresent());
        return new PollView(
                poll.id(),
                PollSpec.word(spec.kind()),
                spec.question(),
                spec.options(),
                spec.least(),
                spec.most(),
                spec.low(),
                spec.high(),
                poll.state(),
                poll.round(),
                poll.featured(),
                PollSpec.word(spec.results()),
                spec.receipts(),
                spec.anonymous(),
                poll.closesAt(),
                rounds(handle, poll, spec, told),
                mine.map(ballot -> Ballots.mine(spec, ballot)));
    }

    /** Whether those who may vote see what was voted; before that nobody but the desk is sent a tally. */
    static boolean told(PollSpec spec, PollRow poll, boolean voted) {
        boolean closed = poll.state().equals("closed") || poll.state().equals("archived");
        return switch (spec.results()) {
            case NEVER -> false;
            case AFTER_VOTE -> voted || closed;
            case AFTER_CLOSE -> closed;
            case LIVE -> true;
        };
    }

    private List<PollView.Round> rounds(Handle handle, PollRow poll, PollSpec spec, boolean told) {
        return rows.rounds(handle, poll.id()).stream()
                .map(round -> new PollView.Round(
                        round.n(),
                        round.openedAt(),
                        round.closedAt(),
                        round.closedAt().isPresent() ? round.ballots() : rows.ballots(handle, poll.id(), round.n()),
                        round.present(),
                        told
                                ? Optional.of(Tallies.of(spec, rows.cast(handle, poll.id(), round.n())))
                                : Optional.empty(),
                        told && round.n() > 1 && spec.kind() == PollSpec.Kind.CHOICE
                                ? Tallies.flow(spec, rows.went(handle, poll.id(), round.n()))
                                : List.of(),
                        round.root()))
                .toList();
    }
}
