package org.pavilion.server.live.room;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Room;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.RoomSource;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Storage;
import org.pavilion.api.Tasks;

/** The rooms and how they move: attached or only offered, by schedule or by command. */
public final class RoomStore {
    public static final String ADVANCE = "live-advance";
    public static final String PHASE_EVENT = "live.phase";

    private final Storage storage;
    private final JsonText json;
    private final Tasks tasks;
    private final RoomRows rows = new RoomRows();
    private final BiPredicate<Handle, String> frozen;
    private volatile IntSupplier pause = () -> 0;
    private final Map<String, RoomSource> sources = new ConcurrentHashMap<>();

    /** @param frozen whether nothing in an edition of this id may change any more */
    public RoomStore(Storage storage, JsonText json, Tasks tasks, BiPredicate<Handle, String> frozen) {
        this.storage = storage;
        this.json = json;
        this.tasks = tasks;
        this.frozen = frozen;
    }

    /** What is told about a step. */
    public record PhaseView(String phase) {}

    /** State key {@code phase}: where the room stands, and whether the edition it belongs to is over. */
    public record Standing(String phase, boolean over) {}

    /** Has the pause asked, at the making of each room, with which it begins. */
    public void beginsWith(IntSupplier seconds) {
        pause = seconds;
    }

    public RoomRows rows() {
        return rows;
    }

    public void offer(String type, RoomSource source) {
        if (sources.putIfAbsent(type, source) != null) {
            throw new IllegalStateException("rooms for " + type + " are offered already");
        }
    }

    public void withdraw(String type, RoomSource source) {
        sources.remove(type, source);
    }

    public KeptSpec spec(RoomRow room) {
        return json.read(room.spec(), KeptSpec.class);
    }

    /** Whether the edition that the room belongs to is frozen: it can be read and nothing else. */
    public boolean over(Handle handle, RoomRow room) {
        return spec(room).edition().filter(id -> frozen.test(handle, id)).isPresent();
    }

    /** The room, unless its edition is over. */
    public RoomRow changing(Handle handle, RoomRow room) {
        if (over(handle, room)) {
            throw new Problem("edition.frozen", 409, "This edition is over: its rooms can be read, and nothing else");
        }
        return room;
    }

    /** The stored rooms of an edition. */
    public List<RoomRow> of(Handle handle, String edition) {
        return rows.all(handle).stream()
                .filter(room -> spec(room).edition().filter(edition::equals).isPresent())
                .toList();
    }

    /** The room as stored, or as it would be when it is only offered; empty when there can be none. */
    public Optional<RoomRow> find(Handle handle, Ref room) {
        var stored = rows.get(handle, room);
        if (stored.isPresent()) {
            return stored;
        }
        var source = sources.get(room.type());
        return source == null
                ? Optional.empty()
                : source.spec(handle, room.id()).map(spec -> fresh(room, spec, Instant.now()));
    }

    public RoomRow require(Handle handle, Ref room) {
        return find(handle, room).orElseThrow(() -> Problem.notFound("this room"));
    }

    /** A room that exists only as an offer, for the write that makes it; empty when it is stored already. */
    public Optional<RoomRow> offered(Ref room) {
        return storage.read(
                handle -> rows.get(handle, room).isPresent() ? Optional.empty() : Optional.of(require(handle, room)));
    }

    /** The room for a change that viewers see: made if it was only offered, locked, at its next rev. */
    public RoomRow next(Handle handle, Journal journal, Ref room, Optional<RoomRow> offered) {
        offered.ifPresent(fresh -> make(handle, journal, fresh));
        return changing(handle, rows.next(handle, room));
    }

    /** The room for a write that viewers may not see: made if it was only offered, locked, at the rev it has. */
    public RoomRow locked(Handle handle, Journal journal, Ref room, Optional<RoomRow> offered) {
        offered.ifPresent(fresh -> make(handle, journal, fresh));
        return changing(handle, rows.locked(handle, room));
    }

    /** Lets media time run from now on, or stop, after what the room shows has changed. */
    public void align(Handle handle, RoomRow room, Instant now) {
        var running = Segments.of(handle, room.id())
                .last()
                .filter(each -> each.endedAt().isEmpty())
                .isPresent();
        boolean shows = room.phaseNow() == Phase.LIVE && Sites.shows(handle, room, spec(room));
        if (shows && !running) {
            Segments.begin(handle, room.id(), now, Sites.latency(handle, room, spec(room)));
        } else if (!shows && running) {
            Segments.end(handle, room.id(), now);
        }
    }

    /** The room for a change that viewers do not see yet: made if it was only offered, at the rev it has. */
    public RoomRow quiet(Handle handle, Journal journal, Ref room, Optional<RoomRow> offered) {
        offered.ifPresent(fresh -> make(handle, journal, fresh));
        return changing(handle, stored(handle, room));
    }

    public Room attach(Handle handle, Journal journal, Ref target, RoomSpec spec) {
        var wanted = fresh(target, spec, journal.now());
        var old = rows.get(handle, target);
        if (old.isPresent() && sameSpec(old.get(), wanted)) {
            // Its next step was arranged with the last one.
            return view(old.get());
        }
        if (old.isEmpty()) {
            make(handle, journal, wanted);
        } else {
            rows.describe(handle, wanted);
            journal.append(new Change.RoomChanged(target, old.get().rev()));
        }
        return view(advance(handle, journal, target));
    }

    private void make(Handle handle, Journal journal, RoomRow room) {
        if (rows.insert(handle, room, journal.now())) {
            journal.append(new Change.RoomChanged(room.id(), 0));
            align(handle, room, journal.now());
        }
    }

    private static boolean sameSpec(RoomRow a, RoomRow b) {
        return a.spec().equals(b.spec())
                && a.startAt().equals(b.startAt())
                && a.endAt().equals(b.endAt());
    }

    /** As the store keeps it, so that the same schedule is the same. */
    private static Instant kept(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A room that nobody touched yet; without a schedule it is open at once. */
    private RoomRow fresh(Ref room, RoomSpec spec, Instant now) {
        var phase = spec.schedule().isPresent() ? Phase.SCHEDULED : Phase.LIVE;
        return new RoomRow(
                room,
                json.text(KeptSpec.of(spec)),
                RoomRow.word(phase),
                now,
                spec.schedule().map(RoomSpec.Schedule::start).map(RoomStore::kept),
                spec.schedule().map(RoomSpec.Schedule::end).map(RoomStore::kept),
                pause.getAsInt(),
                0);
    }

    /**
     * Takes every step that is due, each at the instant it was due, and has the next one taken in time.
     * In an edition that is over the clock stands still.
     */
    public RoomRow advance(Handle handle, Journal journal, Ref target) {
        var room = stored(handle, target);
        if (over(handle, room)) {
            return room;
        }
        var due = Clockwork.next(room);
        while (due.isPresent() && !due.get().at().isAfter(journal.now())) {
            room = take(handle, journal, room, due.get().step(), due.get().at());
            due = Clockwork.next(room);
        }
        due.ifPresent(next -> tasks.at(handle, ADVANCE, next.at(), target.toString()));
        return room;
    }

    /** One step by command; {@code room.state-conflict} when the room does not stand there. */
    public PhaseView step(Ref target, Step step, Once once) {
        var offered = offered(target);
        return storage.write((handle, journal) ->
                once.run(journal, "step\n" + target + "\n" + step, PhaseView.class, () -> {
                    offered.ifPresent(fresh -> make(handle, journal, fresh));
                    var moved = take(handle, journal, changing(handle, stored(handle, target)), step, journal.now());
                    Clockwork.next(moved).ifPresent(next -> tasks.at(handle, ADVANCE, next.at(), target.toString()));
                    return new PhaseView(moved.phase());
                }));
    }

    public RoomRow stored(Handle handle, Ref room) {
        return rows.get(handle, room).orElseThrow(() -> Problem.notFound("this room"));
    }

    private RoomRow take(Handle handle, Journal journal, RoomRow room, Step step, Instant at) {
        var to = step.from(room.phaseNow()).orElseThrow(() -> conflict(room));
        var moved = rows.move(handle, room, to, at).orElseThrow(() -> conflict(room));
        align(handle, moved, at);
        rows.log(handle, moved, at, PHASE_EVENT, null, json.text(new PhaseView(moved.phase())));
        journal.append(new Change.PhaseChanged(moved.id(), moved.phase(), moved.rev()));
        return moved;
    }

    /** Sets the pause between two messages of one person. */
    public RoomRow slow(Ref target, int seconds) {
        var offered = offered(target);
        return storage.write((handle, journal) -> {
            offered.ifPresent(fresh -> make(handle, journal, fresh));
            changing(handle, stored(handle, target));
            rows.slow(handle, target, seconds);
            journal.append(new Change.ModesChanged(target, seconds));
            return stored(handle, target);
        });
    }

    private static Problem conflict(RoomRow room) {
        return new Problem("room.state-conflict", 409, "The room is " + room.phase() + " now");
    }

    public void archive(Handle handle, Journal journal, Ref target) {
        rows.get(handle, target)
                .filter(room -> room.phaseNow() != Phase.ARCHIVED)
                .ifPresent(room -> take(handle, journal, room, Step.ARCHIVE, journal.now()));
    }

    /** The task: late, early and repeated calls are harmless. */
    public void advance(String target) {
        var room = Ref.of(target);
        storage.write((handle, journal) -> rows.get(handle, room)
                .map(there -> advance(handle, journal, room))
                .isPresent());
    }

    public Room view(RoomRow room) {
        var spec = spec(room);
        return new Room(
                room.id(), spec.title(), room.phaseNow(), spec.parts(), room.startAt(), room.endAt(), spec.streams());
    }

    public List<RoomRow> listed(Handle handle) {
        return rows.open(handle);
    }
}
