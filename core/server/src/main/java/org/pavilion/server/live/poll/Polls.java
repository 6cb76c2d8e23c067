package org.pavilion.server.live.poll;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Storage;
import org.pavilion.api.Survey;
import org.pavilion.api.Tasks;
import org.pavilion.server.live.room.Clockwork;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.room.Once;
import org.pavilion.server.live.room.RoomModule;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Screening;
import org.pavilion.server.live.room.Wording;
import org.pavilion.server.live.view.BallotDraft;
import org.pavilion.server.live.view.PollDraft;
import org.pavilion.server.live.view.PollList;
import org.pavilion.server.live.view.PollProof;
import org.pavilion.server.live.view.PollTold;
import org.pavilion.server.live.view.PollView;
import org.pavilion.server.realtime.Tick;

/** Polls of rooms: each act and each ballot is one write, told after its commit. */
public final class Polls implements RoomModule {
    static final String PREFIX = "live.poll-";
    private static final String CLOSE_TASK = "live-poll-close";
    private static final String DESK = "polls";
    private static final int NONCE = 16;

    private final Storage storage;
    private final JsonText json;
    private final Tasks tasks;
    private final RoomStore rooms;
    private final Feed feed;
    private final Screening screening;
    private final PollRows rows = new PollRows();
    private final PollViews views;
    private final PollTicks ticks;
    private final SecureRandom random = new SecureRandom();

    public Polls(Storage storage, JsonText json, Tasks tasks, RoomStore rooms, Feed feed, Screening screening) {
        this.storage = storage;
        this.json = json;
        this.tasks = tasks;
        this.rooms = rooms;
        this.feed = feed;
        this.screening = screening;
        views = new PollViews(rows, json);
        ticks = new PollTicks(storage, json, rows, views);
        tasks.on(CLOSE_TASK, this::due);
    }

    /** What a line of the log refers to. */
    record Line(String id) {}

    // Reading

    /** What one caller sees; those at the desk see drafts and every tally. */
    public PollList list(Caller caller, Ref room, boolean desk) {
        return storage.read(handle -> {
            rooms.require(handle, room);
            return new PollList(rows.all(handle, room).stream()
                    .filter(poll -> desk || !poll.state().equals("draft"))
                    .map(poll -> views.view(handle, poll, new PollViews.Eyes(desk, caller.ref())))
                    .toList());
        });
    }

    /** What everybody may see, or all of it; nobody's own ballot. */
    public PollList all(Ref room, boolean desk) {
        return storage.read(handle -> {
            rooms.require(handle, room);
            return new PollList(rows.all(handle, room).stream()
                    .filter(poll -> desk || !poll.state().equals("draft"))
                    .map(poll -> views.view(handle, poll, desk ? new PollViews.Eyes(true, null) : PollViews.Eyes.ALL))
                    .toList());
        });
    }

    public PollView poll(Caller caller, Ref room, String id, boolean desk) {
        return storage.read(handle -> {
            var poll = get(handle, room, id);
            if (!desk && poll.state().equals("draft")) {
                throw Problem.notFound("this poll");
            }
            return views.view(handle, poll, new PollViews.Eyes(desk, caller.ref()));
        });
    }

    public PollProof proof(Ref room, String id, int n) {
        return storage.read(handle -> {
            var poll = get(handle, room, id);
            var round = rows.rounds(handle, poll.id()).stream()
                    .filter(each -> each.n() == n)
                    .findFirst()
                    .orElseThrow(() -> Problem.notFound("this round"));
            if (round.closedAt().isEmpty() || !views.spec(poll).receipts()) {
                throw new Problem("poll.no-proof", 409, "Receipts are published when a round with receipts has closed");
            }
            return new PollProof(id, n, round.ballots(), round.root().orElse(""), rows.receipts(handle, id, n));
        });
    }

    // The desk

    public PollView create(Caller by, Ref room, PollDraft draft) {
        var spec = PollSpec.of(draft);
        var once = new Once(json, by, draft.key());
        var offered = rooms.offered(room);
        var answer = storage.write((handle, journal) ->
                once.run(journal, "poll\n" + room + "\n" + draft, PollView.class, () -> {
                    var there = rooms.quiet(handle, journal, room, offered);
                    if (!rooms.spec(there).has(RoomSpec.Module.POLLS)) {
                        throw new Problem("poll.closed", 409, "This room has no polls");
                    }
                    var poll = new PollRow(
                            journal.newId(), room, journal.now(), json.text(spec), "draft", 0, false, draft.closesAt());
                    rows.insert(handle, poll);
                    return desk(handle, poll, by);
                }));
        feed.desk(room, DESK);
        return answer;
    }

    /** Writes a draft anew; what is open stays as it is. */
    public PollView rewrite(Caller by, Ref room, String id, PollDraft draft) {
        var spec = PollSpec.of(draft);
        var answer = storage.write((handle, journal) -> {
            var poll = get(handle, room, id);
            rooms.changing(handle, rooms.stored(handle, room));
            var fresh = new PollRow(id, room, poll.at(), json.text(spec), "draft", 0, false, draft.closesAt());
            if (!rows.rewrite(handle, fresh)) {
                throw conflict(get(handle, room, id));
            }
            return desk(handle, fresh, by);
        });
        feed.desk(room, DESK);
        return answer;
    }

    /** Moves a poll on; {@code poll.state-conflict} when it does not stand where it must. */
    public PollView act(Caller by, Ref room, String id, PollMove move, Optional<String> reason, Optional<String> key) {
        var once = new Once(json, by, key);
        var told = new AtomicReference<Told>();
        int present = feed.online(room);
        var answer = storage.write((handle, journal) -> {
            told.set(null);
            return once.run(journal, "poll\n" + room + "\n" + id + "\n" + move, PollView.class, () -> {
                var before = get(handle, room, id);
                told.set(move(handle, journal, room, id, move, reason, present));
                return move == PollMove.DELETE ? desk(handle, before, by) : desk(handle, get(handle, room, id), by);
            });
        });
        tell(room, told.get());
        return answer;
    }

    private Told move(
            Handle handle, Journal journal, Ref room, String id, PollMove move, Optional<String> reason, int present) {
        var there = move.seen()
                ? rooms.changing(handle, rooms.rows().next(handle, room))
                : rooms.changing(handle, rooms.stored(handle, room));
        var poll = get(handle, room, id);
        if (!move.from(poll.state())) {
            throw conflict(poll);
        }
        var now = journal.now();
        switch (move) {
            case FEATURE -> rows.feature(handle, room, Optional.of(id));
            case UNFEATURE -> rows.feature(handle, room, Optional.empty());
            case DELETE -> {
                if (!rows.remove(handle, id)) {
                    throw conflict(get(handle, room, id));
                }
            }
            default -> step(handle, poll, there, move, reason, now, present);
        }
        journal.append(new PollChange.PollMoved(room, id, move.word(), reason.map(Wording::message)));
        return move.seen() ? log(handle, there, move.event(), id, now) : new Told(0, "", Optional.empty());
    }

    private void step(
            Handle handle,
            PollRow poll,
            RoomRow there,
            PollMove move,
            Optional<String> reason,
            Instant now,
            int present) {
        int round = move == PollMove.OPEN || move == PollMove.NEW_ROUND ? poll.round() + 1 : poll.round();
        if (move.to().equals("open")) {
            taking(there);
        }
        if (!rows.move(handle, poll, move.to(), round)) {
            throw conflict(get(handle, poll.room(), poll.id()));
        }
        switch (move) {
            case OPEN -> {
                rows.begin(handle, poll.id(), round, now);
                rows.feature(handle, poll.room(), Optional.of(poll.id()));
                poll.closesAt()
                        .filter(at -> at.isAfter(now))
                        .ifPresent(at -> tasks.at(handle, CLOSE_TASK, at, poll.room() + " " + poll.id()));
            }
            case CLOSE -> end(handle, poll, now, present);
            case NEW_ROUND -> {
                if (poll.state().equals("open")) {
                    end(handle, poll, now, present);
                }
                rows.begin(handle, poll.id(), round, now);
                rows.feature(handle, poll.room(), Optional.of(poll.id()));
            }
            case REOPEN -> {
                if (reason.filter(text -> !text.isBlank()).isEmpty()) {
                    throw Problem.invalid("/reason", "why it opens again is required");
                }
                rows.again(handle, poll.id(), round);
            }
            case ARCHIVE -> {
                if (poll.featured()) {
                    rows.feature(handle, poll.room(), Optional.empty());
                }
            }
            default -> {
                // Nothing but the state changes.
            }
        }
    }

    private void end(Handle handle, PollRow poll, Instant now, int present) {
        var root = Merkle.root(rows.receipts(handle, poll.id(), poll.round()));
        rows.end(handle, poll.id(), poll.round(), now, present, root);
    }

    /** The task: a poll that was closed or opened anew meanwhile is left alone. */
    private void due(String argument) {
        var space = argument.indexOf(' ');
        var room = Ref.of(argument.substring(0, space));
        close(room, Optional.of(argument.substring(space + 1)));
    }

    /** With its room every poll that still runs ends. */
    public void close(Ref room) {
        if (storage.read(handle -> rooms.rows().get(handle, room))
                .filter(there -> there.phaseNow() == Phase.REPLAY || there.phaseNow() == Phase.ARCHIVED)
                .isPresent()) {
            close(room, Optional.empty());
        }
    }

    private void close(Ref room, Optional<String> only) {
        int present = feed.online(room);
        for (var each : storage.read(handle -> rows.all(handle, room))) {
            if (only.filter(id -> !id.equals(each.id())).isPresent()) {
                continue;
            }
            var told = storage.write((handle, journal) -> {
                var there = rooms.rows().get(handle, room);
                var poll = rows.get(handle, room, each.id())
                        .filter(open ->
                                open.state().equals("open") || open.state().equals("paused"))
                        .filter(open -> only.isEmpty() || reached(open, journal.now()));
                if (poll.isEmpty() || there.isEmpty() || rooms.over(handle, there.get())) {
                    return Optional.<Told>empty();
                }
                var row = rooms.rows().next(handle, room);
                if (!rows.move(
                        handle, poll.get(), PollMove.CLOSE.to(), poll.get().round())) {
                    throw conflict(get(handle, room, each.id()));
                }
                end(handle, poll.get(), journal.now(), present);
                journal.append(new PollChange.PollMoved(room, each.id(), PollMove.CLOSE.word(), Optional.empty()));
                return Optional.of(log(handle, row, PollMove.CLOSE.event(), each.id(), journal.now()));
            });
            told.ifPresent(line -> tell(room, line));
        }
    }

    private static boolean reached(PollRow poll, Instant now) {
        return poll.closesAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    // Voting

    /** Votes, or changes the vote, while the round is open; the answer holds the receipt. */
    public PollView vote(Caller caller, Ref room, String id, BallotDraft draft, boolean desk) {
        var words =
                draft.words().stream().map(word -> screened(caller, room, word)).toList();
        var ballot = new BallotDraft(draft.options(), draft.number(), words, draft.key());
        var once = new Once(json, caller, draft.key());
        storage.write((handle, journal) ->
                once.run(journal, "ballot\n" + room + "\n" + id + "\n" + ballot, PollView.Mine.class, () -> {
                    var poll = rows.take(handle, room, id).orElseThrow(() -> conflict(get(handle, room, id)));
                    taking(rooms.changing(handle, rooms.stored(handle, room)));
                    var spec = views.spec(poll);
                    var cast = cast(spec, poll, Ballots.value(spec, ballot));
                    rows.vote(handle, cast, caller.ref(), journal.now());
                    return Ballots.mine(spec, cast);
                }));
        if (feed.online(room) > 0) {
            ticks.changed(room);
        }
        return poll(caller, room, id, desk);
    }

    private BallotRow cast(PollSpec spec, PollRow poll, String value) {
        if (!spec.receipts()) {
            return new BallotRow(poll.id(), poll.round(), value, Optional.empty(), Optional.empty());
        }
        var bytes = new byte[NONCE];
        random.nextBytes(bytes);
        var nonce = HexFormat.of().formatHex(bytes);
        return new BallotRow(
                poll.id(),
                poll.round(),
                value,
                Optional.of(nonce),
                Optional.of(Merkle.receipt(poll.id(), poll.round(), value, nonce)));
    }

    private String screened(Caller caller, Ref room, String word) {
        var verdict = screening.verdict(room, caller, word);
        if (verdict.kind() != Screening.Verdict.Kind.PASS) {
            throw new Problem("poll.word-refused", 422, "This word cannot be shown here").at("/words");
        }
        return word;
    }

    /** Lays polls that were held before this house knew the room; one that has polls takes none. */
    public void recall(Handle handle, Journal journal, Ref room, List<Survey> held) {
        rooms.stored(handle, room);
        if (!rows.all(handle, room).isEmpty()) {
            return;
        }
        for (var each : held) {
            recall(handle, journal, room, each);
        }
    }

    private void recall(Handle handle, Journal journal, Ref room, Survey held) {
        var spec = PollSpec.of(PollDraft.choice(held.question(), held.options()));
        int last = held.rounds().size();
        var poll = new PollRow(
                journal.newId(),
                room,
                held.at(),
                json.text(spec),
                held.open() ? "open" : "closed",
                last,
                false,
                Optional.empty());
        rows.insert(handle, poll);
        var voters = new ArrayList<Ref>();
        for (int n = 1; n <= last; n++) {
            rows.begin(handle, poll.id(), n, held.at());
            var round = new PollRow(poll.id(), room, poll.at(), poll.spec(), poll.state(), n, false, Optional.empty());
            int voter = 0;
            var counts = held.rounds().get(n - 1);
            for (int option = 0; option < counts.size(); option++) {
                for (int ballot = 0; ballot < counts.get(option); ballot++, voter++) {
                    if (voter == voters.size()) {
                        voters.add(new Ref("recalled", journal.newId()));
                    }
                    rows.vote(handle, cast(spec, round, String.valueOf(option)), voters.get(voter), held.at());
                }
            }
            if (n < last || !held.open()) {
                end(handle, round, held.at(), voter);
            }
        }
        if (held.open()) {
            rows.feature(handle, room, Optional.of(poll.id()));
        }
        log(handle, rooms.rows().next(handle, room), PollMove.OPEN.event(), poll.id(), held.at());
    }

    // The topic

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Map<String, String> state(Handle handle, RoomRow room) {
        if (!rooms.spec(room).has(RoomSpec.Module.POLLS)) {
            return Map.of();
        }
        ticks.changed(room.id());
        return Map.of(
                "poll",
                json.text(new PollTold(
                        rows.featured(handle, room.id()).map(poll -> views.view(handle, poll, PollViews.Eyes.ALL)))));
    }

    @Override
    public Tick tick(Ref room) {
        return ticks.of(room)
                .map(polls -> new Tick(Map.of("polls", polls), Map.of()))
                .orElse(Tick.NONE);
    }

    @Override
    public String told(Handle handle, Ref room, String event, String body) {
        return json.text(told(handle, room, json.read(body, Line.class).id()));
    }

    private PollTold told(Handle handle, Ref room, String id) {
        return new PollTold(rows.get(handle, room, id)
                .filter(poll -> !poll.state().equals("draft"))
                .map(poll -> views.view(handle, poll, PollViews.Eyes.ALL)));
    }

    /** A line of the room's log that was just written; rev 0 when only the desk is told. */
    private record Told(long rev, String event, Optional<PollTold> body) {}

    private Told log(Handle handle, RoomRow there, String event, String id, Instant at) {
        rooms.rows().log(handle, there, at, event, null, json.text(new Line(id)));
        return new Told(there.rev(), event, Optional.of(told(handle, there.id(), id)));
    }

    private void tell(Ref room, @Nullable Told told) {
        feed.desk(room, DESK);
        if (told == null || told.body().isEmpty()) {
            return;
        }
        feed.publish(room, told.rev(), told.event(), json.text(told.body().get()));
        if (feed.online(room) > 0) {
            ticks.changed(room);
            storage.read(handle -> state(handle, rooms.stored(handle, room)))
                    .forEach((key, value) -> feed.state(room, key, value));
        }
    }

    // People

    /** What somebody voted, with what was asked. */
    public List<Map<String, Object>> by(Ref voter) {
        return storage.read(handle -> rows.by(handle, voter)).stream()
                .map(own -> Map.<String, Object>of(
                        "room", own.room(),
                        "at", own.at(),
                        "question", json.read(own.question(), PollSpec.class).question(),
                        "round", own.round(),
                        "ballot", own.value()))
                .toList();
    }

    /** Ballots stay counted and are nobody's. */
    public void erase(Ref voter) {
        storage.write((handle, journal) -> {
            rows.erase(handle, voter, "erased:" + journal.newId());
            return voter;
        });
    }

    // What is checked everywhere

    private PollRow get(Handle handle, Ref room, String id) {
        return rows.get(handle, room, id).orElseThrow(() -> Problem.notFound("this poll"));
    }

    private PollView desk(Handle handle, PollRow poll, Caller by) {
        return views.view(handle, poll, new PollViews.Eyes(true, by.ref()));
    }

    private void taking(RoomRow room) {
        if (!Clockwork.talks(room.phaseNow()) || !rooms.spec(room).has(RoomSpec.Module.POLLS)) {
            throw new Problem("poll.closed", 409, "Nobody votes here now: the room is " + room.phase());
        }
    }

    private static Problem conflict(PollRow poll) {
        return new Problem("poll.state-conflict", 409, "The poll is " + poll.state() + " now");
    }
}
