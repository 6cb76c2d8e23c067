package org.pavilion.server.live.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.words.RuleBook;
import org.pavilion.server.live.words.TermMatcher;

/**
 * Decides what becomes of a text before anybody sees it. Modes and rules of words bind visitors and not
 * the host's team; the delay binds everybody. A refusal never says which rule it was.
 */
final class Gate {
    static final Duration SETTLED = Duration.ofMinutes(10);
    static final int LOCKED_SLOW = 30;

    private static final int FULL = 100;
    private static final int SUSPECT = 60;
    private static final int REPEATED_WITHIN_S = 30;
    private static final int SHORT = 6;
    private static final int SHORT_REPEATS = 6;
    private static final int CROWD = 5;

    private final Access access;
    private final AuthorRows authors;
    private final ModeRows modes;
    private final Arrivals arrivals;
    private final RuleBook words;

    Gate(Access access, AuthorRows authors, ModeRows modes, Arrivals arrivals, RuleBook words) {
        this.access = access;
        this.authors = authors;
        this.modes = modes;
        this.arrivals = arrivals;
        this.words = words;
    }

    /**
     * Who says what where, at the instant of the write.
     *
     * @param registered when the author's account was made
     * @param edit id of the message that is changed
     */
    record Said(
            RoomRow room,
            Caller caller,
            Optional<Instant> registered,
            boolean host,
            String text,
            Instant now,
            Optional<String> edit) {}

    Outcome judge(Handle handle, Said said) {
        // A sanction that came while the message was on its way holds for it.
        access.require(
                said.caller(),
                LivePermissions.SEND,
                LivePermissions.in(said.room().id()));
        var standing = modes.get(handle, said.room().id());
        var judged = said.host()
                ? new Outcome(said.text(), Optional.empty(), Optional.empty(), 0)
                : visitor(handle, said, standing);
        if (judged.held().isPresent() || standing.modes().delaySeconds() == 0) {
            return judged;
        }
        return new Outcome(
                judged.text(),
                Optional.of(Holds.DELAY),
                Optional.of(said.now().plusSeconds(standing.modes().delaySeconds())),
                judged.score());
    }

    private Outcome visitor(Handle handle, Said said, ModeRows.Standing standing) {
        boolean locked = standing.locked(said.now());
        refuse(handle, said, standing.modes(), locked);
        var found = words.of(handle, said.room().id()).find(said.text());
        var verdict = TermMatcher.verdict(found);
        int repeats = repeats(handle, said);
        int score = Math.min(FULL, Traits.score(said.text()) + repeats);
        return switch (verdict) {
            case REJECT -> throw new Problem("chat.refused", 422, "This cannot be said here").at("/text");
            case HOLD -> held(said.text(), Holds.WORDS, FULL);
            case MASK, PASS -> {
                var text = TermMatcher.masked(said.text(), found);
                yield lockdown(handle, said, locked)
                        .map(reason -> held(text, reason, score))
                        .orElseGet(() -> score >= SUSPECT
                                ? held(text, Holds.SPAM, score)
                                : new Outcome(text, Optional.empty(), Optional.empty(), score));
            }
        };
    }

    private static Outcome held(String text, String reason, int score) {
        return new Outcome(text, Optional.of(reason), Optional.empty(), score);
    }

    private void refuse(Handle handle, Said said, ChatModes modes, boolean locked) {
        boolean guest = said.caller().kind() == Caller.Kind.GUEST;
        if (modes.audienceMuted()
                || (modes.inRoomMuted() && said.caller().ref().type().equals("in-room"))) {
            throw new Problem("chat.muted", 403, "Only the host's team talks here now");
        }
        if (modes.membersOnly() && guest) {
            throw new Problem("chat.members-only", 403, "Sign in to talk here");
        }
        var wait = wait(handle, said, Duration.ofMinutes(modes.establishedMinutes()));
        if (wait.isPresent()) {
            throw new Problem("chat.established", 403, "You can talk here when you have been here a little longer")
                    .retryAfter(wait.get().toMillis());
        }
        if (modes.emojiOnly() && !Traits.emojiOnly(said.text())) {
            throw new Problem("chat.emoji-only", 422, "Only emoji are taken here now").at("/text");
        }
        if (modes.linksOff() && Traits.hasLink(said.text())) {
            throw new Problem("chat.links-off", 422, "Links are not taken here").at("/text");
        }
        if (Traits.mentions(said.text()) > Traits.MOST_MENTIONS) {
            throw new Problem("chat.mentions", 422, "At most " + Traits.MOST_MENTIONS + " people at once").at("/text");
        }
        if (said.edit().isEmpty()) {
            slow(handle, said, Math.max(said.room().slowSeconds(), locked ? LOCKED_SLOW : 0));
        }
    }

    private Optional<Duration> wait(Handle handle, Said said, Duration time) {
        return arrivals.until(handle, said.room().id(), said.caller().ref(), said.registered(), time, said.now());
    }

    private void slow(Handle handle, Said said, int seconds) {
        if (seconds == 0) {
            return;
        }
        authors.lastOf(handle, said.room().id(), said.caller().ref())
                .map(last ->
                        Duration.between(said.now(), last.plusSeconds(seconds)).toMillis())
                .filter(wait -> wait > 0)
                .ifPresent(wait -> {
                    throw new Problem("chat.slow", 429, "This room is in slow mode; wait a moment").retryAfter(wait);
                });
    }

    /** Refuses who says one thing again and again, and counts how many say the same. */
    private int repeats(Handle handle, Said said) {
        if (said.edit().isPresent()) {
            return 0;
        }
        var same = authors.same(
                handle,
                said.room().id(),
                said.caller().ref(),
                Traits.shape(said.text()),
                said.now().minusSeconds(REPEATED_WITHIN_S));
        boolean brief = said.text().codePointCount(0, said.text().length()) < SHORT;
        if (same.own() >= (brief ? SHORT_REPEATS : 2)) {
            throw new Problem("chat.repeated", 429, "You said this a moment ago")
                    .retryAfter(REPEATED_WITHIN_S * 1_000L);
        }
        return brief || same.people() < CROWD ? 0 : 20;
    }

    /** While a room is locked down, what could be a raid waits; nothing of it is lost. */
    private Optional<String> lockdown(Handle handle, Said said, boolean locked) {
        if (!locked) {
            return Optional.empty();
        }
        if (Traits.hasLink(said.text())) {
            return Optional.of(Holds.LINK);
        }
        if (wait(handle, said, SETTLED).isPresent()) {
            return Optional.of(Holds.NEW);
        }
        return authors.shown(handle, said.room().id(), said.caller().ref())
                ? Optional.empty()
                : Optional.of(Holds.FIRST);
    }
}
