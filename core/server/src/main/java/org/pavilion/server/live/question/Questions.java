package org.pavilion.server.live.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Access;
import org.pavilion.api.Caller;
import org.pavilion.api.Inquiry;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Storage;
import org.pavilion.server.live.room.Clockwork;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.Nicknames;
import org.pavilion.server.live.room.Once;
import org.pavilion.server.live.room.Pseudonyms;
import org.pavilion.server.live.room.RoomModule;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Screening;
import org.pavilion.server.live.room.Segments;
import org.pavilion.server.live.room.Wording;
import org.pavilion.server.live.view.DeskQuestion;
import org.pavilion.server.live.view.DeskQuestions;
import org.pavilion.server.live.view.MyQuestion;
import org.pavilion.server.live.view.QuestionDraft;
import org.pavilion.server.live.view.QuestionList;
import org.pavilion.server.live.view.QuestionRules;
import org.pavilion.server.live.view.QuestionTold;
import org.pavilion.server.live.view.QuestionView;
import org.pavilion.server.live.view.Similar;
import org.pavilion.server.live.view.Voted;
import org.pavilion.server.realtime.Tick;

/** Questions of rooms: each act is one write, told after its commit. */
public final class Questions implements RoomModule {
    static final String PREFIX = "live.question-";
    private static final String ASKED = PREFIX + "asked";
    private static final String DESK = "questions";
    private static final int MOST = 200;
    private static final int MOST_TAGS = 3;

    private final Storage storage;
    private final JsonText json;
    private final RoomStore rooms;
    private final Nicknames names;
    private final Access access;
    private final Feed feed;
    private final Follow follow;
    private final QuestionRows rows = new QuestionRows();
    private final QuestionViews views;
    private final VoteCounts counts = new VoteCounts(System::currentTimeMillis);

    public Questions(
            Storage storage,
            JsonText json,
            RoomStore rooms,
            Nicknames names,
            Pseudonyms pseudonyms,
            Access access,
            Feed feed,
            Follow follow) {
        this.storage = storage;
        this.json = json;
        this.rooms = rooms;
        this.names = names;
        this.access = access;
        this.feed = feed;
        this.follow = follow;
        views = new QuestionViews(rows, pseudonyms, json);
    }

    /** What the house does about questions outside the room. */
    public interface Follow {
        Screening.Verdict screen(Ref room, Caller by, String text);

        /** Unanswered questions wait for those whose session or booth it is. */
        void carried(Handle handle, Journal journal, RoomRow room, int questions);

        /** A question was answered after the session. */
        void answered(Handle handle, Journal journal, RoomRow room, Ref asker);
    }

    /** What a line of the log refers to. */
    record Line(String id, Optional<String> into, Optional<String> before) {}

    /** What the desk says with an act; each act takes what it needs. */
    public record Said(Optional<String> reason, Optional<String> into, Optional<String> before, Optional<String> text) {
        public static final Said NOTHING =
                new Said(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    QuestionRows rows() {
        return rows;
    }

    Storage storage() {
        return storage;
    }

    // Reading

    /** What one caller sees, in the order of votes, newest or unanswered. */
    public QuestionList list(Caller caller, Ref room, String sort, int limit) {
        var order = sort(sort);
        return storage.read(handle -> {
            var there = rooms.require(handle, room);
            var shown = rows.shown(handle, room, order, limit + 1);
            return new QuestionList(
                    shown.stream().limit(limit).map(views::view).toList(),
                    shown.size() > limit,
                    rows.mine(handle, room, caller.ref()).stream()
                            .map(views::mine)
                            .toList(),
                    rows.voted(handle, room, caller.ref()),
                    rows.staged(handle, room).map(views::view),
                    views.rules(handle, room),
                    open(there) && !rooms.over(handle, there));
        });
    }

    private static QuestionRows.Sort sort(String word) {
        for (var each : QuestionRows.Sort.values()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw Problem.invalid("/sort", "votes, newest or unanswered is required");
    }

    /** Questions that ask much the same as what is being typed. */
    public Similar similar(Ref room, String text) {
        return storage.read(handle -> {
            rooms.require(handle, room);
            var shown = rows.shown(handle, room, QuestionRows.Sort.NEWEST, MOST);
            return new Similar(
                    new Likeness(shown).like(text).stream().map(views::view).toList());
        });
    }

    public DeskQuestions desk(Ref room) {
        return storage.read(handle -> {
            rooms.require(handle, room);
            return views.desk(handle, room);
        });
    }

    /** Everything that was not deleted, oldest first; for those who may see all of it. */
    public List<DeskQuestion> all(Ref room) {
        return storage.read(handle -> {
            rooms.require(handle, room);
            return rows.all(handle, room).stream()
                    .map(row -> views.desk(handle, row))
                    .toList();
        });
    }

    /** What everybody may see, oldest first. */
    public List<QuestionView> shown(Ref room) {
        return storage.read(handle -> {
            rooms.require(handle, room);
            return rows.shown(handle, room, QuestionRows.Sort.NEWEST, Integer.MAX_VALUE).reversed().stream()
                    .map(views::view)
                    .toList();
        });
    }

    // Asking

    public MyQuestion ask(Caller caller, Ref room, QuestionDraft draft, Language language) {
        var text = Wording.message(draft.text());
        boolean host = LivePermissions.host(access, caller, room);
        var aloud = draft.aloud().map(Wording::nickname);
        if (aloud.isPresent() && !host) {
            throw new Problem("access.denied", 403, "Only the host's team writes down what is asked in the hall");
        }
        var verdict = host ? new Screening.Verdict(Screening.Verdict.Kind.PASS, "") : follow.screen(room, caller, text);
        if (verdict.kind() == Screening.Verdict.Kind.REJECT) {
            throw new Problem("question.rejected", 422, verdict.reason()).at("/text");
        }
        var once = new Once(json, caller, draft.key());
        var offered = rooms.offered(room);
        var told = new AtomicReference<Told>();
        var answer = storage.write((handle, journal) -> {
            told.set(null);
            return once.run(journal, "ask\n" + room + "\n" + draft, MyQuestion.class, () -> {
                var there = rooms.quiet(handle, journal, room, offered);
                taking(there);
                var rules = views.rules(handle, room);
                check(draft, rules);
                boolean held = verdict.kind() == Screening.Verdict.Kind.HOLD;
                boolean waits = !host && (rules.moderated() || held);
                if (!host) {
                    bounded(handle, room, caller, text, rules);
                }
                var row = new QuestionRow(
                        journal.newId(),
                        room,
                        journal.now(),
                        aloud.isPresent() ? new Ref("hall", journal.newId()) : caller.ref(),
                        aloud.orElseGet(() -> names.of(handle, caller, host, language)),
                        host && aloud.isEmpty() ? "host" : "guest",
                        draft.anonymous().orElse(false),
                        aloud.isPresent() ? Optional.of(caller.ref()) : Optional.empty(),
                        text,
                        Wording.language(text).name().toLowerCase(Locale.ROOT),
                        String.join("\n", draft.tags()),
                        (waits ? QuestionState.QUEUED : QuestionState.VISIBLE).word(),
                        held ? Optional.of(verdict.reason()) : Optional.empty(),
                        Optional.empty(),
                        0,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
                rows.insert(handle, row);
                if (!waits) {
                    told.set(log(handle, rooms.rows().next(handle, room), ASKED, line(row.id()), journal.now()));
                }
                return views.mine(row);
            });
        });
        tell(room, told.get());
        return answer;
    }

    private void check(QuestionDraft draft, QuestionRules rules) {
        if (draft.anonymous().orElse(false) && !rules.anonymity()) {
            throw Problem.invalid("/anonymous", "in this room one asks under a name");
        }
        if (draft.tags().size() > MOST_TAGS || !rules.tags().containsAll(draft.tags())) {
            throw Problem.invalid("/tags", "up to " + MOST_TAGS + " of the room's tags");
        }
    }

    private void bounded(Handle handle, Ref room, Caller caller, String text, QuestionRules rules) {
        var waiting = rows.mine(handle, room, caller.ref()).stream()
                .filter(row -> row.now() == QuestionState.QUEUED || row.now().votable())
                .toList();
        if (waiting.stream().anyMatch(row -> row.text().equals(text))) {
            throw new Problem("question.duplicate", 409, "You have asked this already").at("/text");
        }
        if (rules.perPerson() > 0 && waiting.size() >= rules.perPerson()) {
            throw new Problem("question.too-many", 409, "You have " + rules.perPerson() + " open questions here");
        }
    }

    // Voting

    /** Gives a vote or takes it back; again changes nothing. */
    public Voted vote(Caller caller, Ref room, String id, boolean on, Optional<String> key) {
        var once = new Once(json, caller, key);
        var counted = new AtomicReference<QuestionRows.Count>();
        var answer = storage.write((handle, journal) -> {
            counted.set(null);
            return once.run(journal, "vote\n" + room + "\n" + id + "\n" + on, Voted.class, () -> {
                var row = get(handle, room, id);
                taking(rooms.changing(handle, rooms.stored(handle, room)));
                if (!views.rules(handle, room).votes()) {
                    throw new Problem("question.votes-off", 409, "Nobody votes for questions in this room");
                }
                if (!row.now().votable()) {
                    throw conflict(row);
                }
                if (!rows.vote(handle, id, caller.ref(), on, journal.now())) {
                    return new Voted(id, on, row.votes());
                }
                var count = rows.count(handle, id, on ? 1 : -1).orElseThrow(() -> conflict(get(handle, room, id)));
                counted.set(count);
                return new Voted(id, on, count.votes());
            });
        });
        var count = counted.get();
        if (count != null) {
            counted(room, id, count);
        }
        return answer;
    }

    private void counted(Ref room, String id, QuestionRows.Count count) {
        if (feed.online(room) > 0) {
            counts.changed(room, id, count);
        }
    }

    // The desk

    /** Moves a question on; {@code question.state-conflict} when it does not stand where it must. */
    public DeskQuestion act(Caller by, Ref room, String id, Move move, Said said, Optional<String> key) {
        var once = new Once(json, by, key);
        var told = new AtomicReference<Told>();
        var answer = storage.write((handle, journal) -> {
            told.set(null);
            return once.run(journal, "act\n" + room + "\n" + id + "\n" + move + "\n" + said, DeskQuestion.class, () -> {
                told.set(move(handle, journal, by, room, id, move, said));
                return views.desk(handle, get(handle, room, id));
            });
        });
        tell(room, told.get());
        if (move == Move.MERGE && told.get() != null) {
            said.into().ifPresent(into -> recount(room, into));
        }
        closeAgain(room, move);
        return answer;
    }

    private void recount(Ref room, String id) {
        storage.read(handle -> rows.get(handle, room, id))
                .ifPresent(row -> counted(room, id, new QuestionRows.Count(row.votes(), row.changes())));
    }

    /** The author takes back what nobody has seen. */
    public void withdraw(Caller author, Ref room, String id) {
        storage.write((handle, journal) -> {
            var row = get(handle, room, id);
            if (!row.author().equals(author.ref())) {
                throw new Problem("question.not-yours", 403, "Only its author may take a question back");
            }
            rooms.changing(handle, rooms.stored(handle, room));
            if (row.now() != QuestionState.QUEUED
                    || !rows.move(handle, row, QuestionState.DELETED, journal.now(), null)) {
                throw conflict(row);
            }
            return row;
        });
        feed.desk(room, DESK);
    }

    private Told move(Handle handle, Journal journal, Caller by, Ref room, String id, Move move, Said said) {
        get(handle, room, id);
        var there = move.seen()
                ? rooms.changing(handle, rooms.rows().next(handle, room))
                : rooms.changing(handle, rooms.stored(handle, room));
        var row = get(handle, room, id);
        if (!move.from(row.now())) {
            throw conflict(row);
        }
        var before = move == Move.STAGE ? unstage(handle, room, journal.now()) : Optional.<String>empty();
        switch (move) {
            case STAR -> star(handle, row, said.before());
            case UNSTAR -> rows.unstar(handle, id);
            default -> step(handle, journal, by, there, row, move, said);
        }
        journal.append(new QuestionChange.QuestionModerated(room, id, move.word()));
        return move.seen()
                ? log(handle, there, move.event(), new Line(id, said.into(), before), journal.now())
                : new Told(0, "", Optional.empty(), false);
    }

    private void step(Handle handle, Journal journal, Caller by, RoomRow there, QuestionRow row, Move move, Said said) {
        var now = journal.now();
        if (!rows.move(
                handle, row, move.to(), now, said.reason().map(Wording::message).orElse(null))) {
            throw conflict(get(handle, row.room(), row.id()));
        }
        switch (move) {
            case MERGE -> merge(handle, row, said, now);
            case STAGE -> rows.stagedAt(handle, row.id(), now);
            case ANSWER -> {
                var staged = row.now() == QuestionState.STAGED ? row.stagedAt() : Optional.<Instant>empty();
                var media = staged.flatMap(at -> Segments.of(handle, row.room()).mediaTime(at));
                var text = said.text().filter(each -> !each.isBlank()).map(Wording::message);
                if (row.now() == QuestionState.CARRIED && text.isEmpty()) {
                    throw Problem.invalid("/text", "a later answer says something");
                }
                boolean host = LivePermissions.host(access, by, row.room());
                var name = names.of(handle, by, host, Language.ZH);
                rows.answered(handle, row.id(), text, name, now, media);
                if (row.now() == QuestionState.CARRIED) {
                    follow.answered(handle, journal, there, row.author());
                }
            }
            default -> {
                // Nothing but the state changes.
            }
        }
    }

    private void merge(Handle handle, QuestionRow row, Said said, Instant now) {
        var into =
                said.into().orElseThrow(() -> Problem.invalid("/into", "the question it becomes part of is required"));
        var target = get(handle, row.room(), into);
        if (into.equals(row.id())) {
            throw Problem.invalid("/into", "a question does not become part of itself");
        }
        if (!target.now().votable()) {
            throw conflict(target);
        }
        rows.unite(handle, row, into, now);
    }

    private void star(Handle handle, QuestionRow row, Optional<String> before) {
        var order = new ArrayList<>(rows.runList(handle, row.room()));
        order.remove(row.id());
        int place = before.map(order::indexOf).orElse(order.size());
        if (place < 0) {
            throw Problem.invalid("/before", "this question is not in the run-list");
        }
        order.add(place, row.id());
        rows.runList(handle, order);
    }

    /** Whatever is on the stage leaves it, for the next one. */
    private Optional<String> unstage(Handle handle, Ref room, Instant now) {
        return rows.staged(handle, room).map(staged -> {
            var to = staged.answeredAt().isPresent() ? QuestionState.ANSWERED : QuestionState.VISIBLE;
            rows.move(handle, staged, to, now, null);
            return staged.id();
        });
    }

    public QuestionRules rules(Ref room, QuestionRules wanted) {
        if (wanted.tags().size() > 20 || wanted.perPerson() < 0 || wanted.perPerson() > 100) {
            throw Problem.invalid("", "up to 20 tags and 100 questions for each person");
        }
        wanted.tags().forEach(Wording::nickname);
        var offered = rooms.offered(room);
        storage.write((handle, journal) -> {
            rooms.quiet(handle, journal, room, offered);
            rows.rules(handle, room, json.text(wanted));
            journal.append(new QuestionChange.QuestionRulesChanged(room));
            return room;
        });
        tellState(room);
        feed.desk(room, DESK);
        return wanted;
    }

    // The end

    /** After the session what is unanswered goes to the speaker's or booth's inbox, or into the archive. */
    public void close(Ref room) {
        var told = storage.write((handle, journal) -> {
            var there = rooms.rows().get(handle, room).filter(each -> closed(each.phaseNow()));
            if (there.isEmpty() || rooms.over(handle, there.get())) {
                return List.<Told>of();
            }
            unstage(handle, room, journal.now());
            boolean carries = views.rules(handle, room).carryOver();
            var move = carries ? Move.CARRY : Move.ARCHIVE;
            var left = rows.in(handle, room, QuestionState.VISIBLE);
            var lines = new ArrayList<Told>();
            for (var row : left) {
                rows.move(handle, row, move.to(), journal.now(), null);
                lines.add(log(handle, rooms.rows().next(handle, room), move.event(), line(row.id()), journal.now()));
            }
            if (carries && !left.isEmpty()) {
                follow.carried(handle, journal, there.get(), left.size());
            }
            return lines;
        });
        told.forEach(each -> tell(room, each));
        tellState(room);
    }

    private void closeAgain(Ref room, Move move) {
        if (move.to() == QuestionState.VISIBLE
                && storage.read(handle -> closed(rooms.stored(handle, room).phaseNow()))) {
            close(room);
        }
    }

    private static boolean closed(Phase phase) {
        return phase == Phase.REPLAY || phase == Phase.ARCHIVED;
    }

    /** Takes back everything somebody asked, also in editions that are over; their votes become nobody's. */
    void erase(Ref person) {
        for (var asked : storage.read(handle -> rows.by(handle, person))) {
            var told = storage.write((handle, journal) -> {
                var there = rooms.rows().next(handle, asked.room());
                var row = get(handle, asked.room(), asked.id());
                rows.move(handle, row, QuestionState.DELETED, journal.now(), null);
                return log(handle, there, Move.DELETE.event(), line(row.id()), journal.now());
            });
            tell(asked.room(), told);
        }
        storage.write((handle, journal) -> {
            rows.erase(handle, person, "erased:" + journal.newId());
            return person;
        });
    }

    /** Lays what was asked before this house knew the room; one that has questions takes none. */
    public void recall(Handle handle, Journal journal, Ref room, List<Inquiry> asked) {
        rooms.stored(handle, room);
        if (rows.any(handle, room)) {
            return;
        }
        var starred = new ArrayList<String>();
        for (var each : asked.stream().sorted(Comparator.comparing(Inquiry::at)).toList()) {
            var id = recalled(handle, journal, room, each);
            if (each.stage() == Inquiry.Stage.STARRED) {
                starred.add(id);
            }
        }
        rows.runList(handle, starred);
    }

    private String recalled(Handle handle, Journal journal, Ref room, Inquiry asked) {
        var state = switch (asked.stage()) {
            case QUEUED -> QuestionState.QUEUED;
            case VISIBLE, STARRED -> QuestionState.VISIBLE;
            case ANSWERED -> QuestionState.ANSWERED;
        };
        var text = Wording.message(asked.text());
        var row = new QuestionRow(
                journal.newId(),
                room,
                asked.at(),
                new Ref("recalled", journal.newId()),
                asked.by(),
                "guest",
                false,
                Optional.empty(),
                text,
                Wording.language(text).name().toLowerCase(Locale.ROOT),
                "",
                state.word(),
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        rows.insert(handle, row);
        for (int n = 0; n < asked.votes(); n++) {
            rows.vote(handle, row.id(), new Ref("recalled", journal.newId()), true, asked.at());
        }
        if (asked.votes() > 0) {
            rows.tally(handle, row.id());
        }
        if (state == QuestionState.ANSWERED) {
            var media = Segments.of(handle, room).mediaTime(asked.at());
            rows.answered(handle, row.id(), Optional.ofNullable(asked.answer()), "主持台", asked.at(), media);
        }
        if (state.shown()) {
            log(handle, rooms.rows().next(handle, room), ASKED, line(row.id()), asked.at());
        }
        return row.id();
    }

    // The topic

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Map<String, String> state(Handle handle, RoomRow room) {
        if (!rooms.spec(room).has(RoomSpec.Module.QUESTIONS)) {
            return Map.of();
        }
        return Map.of(
                "questions",
                json.text(new QuestionTold.Taking(
                        views.rules(handle, room.id()), open(room) && !rooms.over(handle, room))),
                "stage",
                json.text(new QuestionTold.Stage(rows.staged(handle, room.id()).map(views::view))));
    }

    @Override
    public Tick tick(Ref room) {
        var votes = counts.of(room);
        return votes.isEmpty() ? Tick.NONE : new Tick(Map.of("votes", json.text(votes)), Map.of());
    }

    @Override
    public String told(Handle handle, Ref room, String event, String body) {
        return json.text(told(handle, room, json.read(body, Line.class)));
    }

    private QuestionTold told(Handle handle, Ref room, Line line) {
        return new QuestionTold(
                line.id(),
                shown(handle, room, line.id()),
                line.into(),
                line.before().flatMap(id -> shown(handle, room, id)));
    }

    private Optional<QuestionView> shown(Handle handle, Ref room, String id) {
        return rows.get(handle, room, id).filter(row -> row.now().shown()).map(views::view);
    }

    /** A line of the room's log that was just written; rev 0 when only the desk is told. */
    private record Told(long rev, String event, Optional<QuestionTold> body, boolean stage) {}

    private Told log(Handle handle, RoomRow there, String event, Line line, Instant at) {
        rooms.rows().log(handle, there, at, event, null, json.text(line));
        return new Told(there.rev(), event, Optional.of(told(handle, there.id(), line)), !event.equals(ASKED));
    }

    private static Line line(String id) {
        return new Line(id, Optional.empty(), Optional.empty());
    }

    private void tell(Ref room, @Nullable Told told) {
        feed.desk(room, DESK);
        if (told == null) {
            return;
        }
        told.body().ifPresent(body -> feed.publish(room, told.rev(), told.event(), json.text(body)));
        if (told.stage()) {
            tellState(room);
        }
    }

    private void tellState(Ref room) {
        if (feed.online(room) > 0) {
            storage.read(handle -> state(handle, rooms.stored(handle, room)))
                    .forEach((key, value) -> feed.state(room, key, value));
        }
    }

    // What is checked everywhere

    private QuestionRow get(Handle handle, Ref room, String id) {
        return rows.get(handle, room, id).orElseThrow(() -> Problem.notFound("this question"));
    }

    private boolean open(RoomRow room) {
        return Clockwork.talks(room.phaseNow()) && rooms.spec(room).has(RoomSpec.Module.QUESTIONS);
    }

    private void taking(RoomRow room) {
        if (!open(room)) {
            throw new Problem("question.closed", 409, "No questions are taken here now: the room is " + room.phase());
        }
    }

    private static Problem conflict(QuestionRow row) {
        return new Problem("question.state-conflict", 409, "The question is " + row.state() + " now");
    }
}
