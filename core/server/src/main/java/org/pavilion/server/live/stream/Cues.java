package org.pavilion.server.live.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Caller;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.Spoken;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.live.room.Change;
import org.pavilion.server.live.room.Chapters;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.room.Once;
import org.pavilion.server.live.room.RoomModule;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Segments;
import org.pavilion.server.live.room.Wording;
import org.pavilion.server.live.view.CaptionDesk;
import org.pavilion.server.live.view.ChapterDraft;
import org.pavilion.server.live.view.ChapterLine;
import org.pavilion.server.live.view.CueDraft;
import org.pavilion.server.live.view.CueList;
import org.pavilion.server.live.view.CueView;

/** What is said, written down while it is said or later, and the parts of the session: both by media time. */
public final class Cues implements RoomModule {
    private static final String SHOWN = "live.caption-shown";
    private static final String CHANGED = "live.caption-changed";
    private static final String GONE = "live.caption-gone";
    private static final String STATE = "captions";

    /** Languages that a captioner is offered; others are two letters too. */
    public static final List<String> LANGUAGES = List.of("zh", "en", "fr", "ru", "es", "ar", "ja", "ko");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final int MOST = 40_000;
    private static final int LONGEST = 300;
    private static final long LONGEST_MS = 12L * 3_600_000;
    private static final long LONGEST_SHOWN_MS = 30_000;
    private static final int RECENT = 2;
    private static final long MINUTE_MS = 60_000;

    private final Storage storage;
    private final JsonText json;
    private final RoomStore rooms;
    private final Feed feed;

    public Cues(Storage storage, JsonText json, RoomStore rooms, Feed feed) {
        this.storage = storage;
        this.json = json;
        this.rooms = rooms;
        this.feed = feed;
    }

    /** A caption that is not there any more. */
    record Gone(String id, boolean gone) {}

    /** State key {@code captions}: in which languages there are any, and the last ones. */
    record Standing(List<String> languages, List<CueView> recent) {}

    @Override
    public String prefix() {
        return "live.caption-";
    }

    @Override
    public Map<String, String> state(Handle handle, RoomRow room) {
        var languages = CueRows.languages(handle, room.id());
        return languages.isEmpty() ? Map.of() : Map.of(STATE, json.text(standing(handle, room.id(), languages)));
    }

    private static Standing standing(Handle handle, Ref room, List<String> languages) {
        var recent = new ArrayList<CueView>();
        for (var language : languages) {
            CueRows.newest(handle, room, language, RECENT).reversed().forEach(cue -> recent.add(cue.view()));
        }
        return new Standing(languages, recent);
    }

    @Override
    public String told(Handle handle, Ref room, String event, String body) {
        if (event.equals(GONE)) {
            return body;
        }
        var id = json.read(body, CueView.class).id();
        return CueRows.get(handle, room, id)
                .map(cue -> json.text(cue.view()))
                .orElseGet(() -> json.text(new Gone(id, true)));
    }

    /** The captions of a room in a language. */
    public CueList list(Ref room, String language) {
        return storage.read(handle -> {
            rooms.require(handle, room);
            return new CueList(
                    language(language),
                    CueRows.of(handle, room, language).stream()
                            .map(CueRow::view)
                            .toList());
        });
    }

    /** Everything a captioner's page shows. */
    public CaptionDesk desk(Ref room, String language) {
        return storage.read(handle -> {
            var row = rooms.require(handle, room);
            var spec = rooms.spec(row);
            var languages = new ArrayList<>(LANGUAGES);
            CueRows.languages(handle, room).stream()
                    .filter(each -> !languages.contains(each))
                    .forEach(languages::add);
            return new CaptionDesk(
                    room.toString(),
                    spec.title(),
                    row.phase(),
                    language(language),
                    languages,
                    CueRows.of(handle, room, language).stream()
                            .map(CueRow::view)
                            .toList(),
                    Chapters.of(handle, room, spec).stream()
                            .map(each -> new ChapterLine(each.id(), each.atMs(), each.title()))
                            .toList(),
                    Segments.of(handle, room).mediaTime(Instant.now()));
        });
    }

    public CueView add(Caller by, Ref room, CueDraft draft) {
        var text = words(draft.text());
        var language = language(draft.language().orElse(""));
        var once = new Once(json, by, draft.key());
        var offered = rooms.offered(room);
        var told = new AtomicReference<RoomRow>();
        var added = storage.write((handle, journal) -> {
            told.set(null);
            return once.run(journal, "caption\n" + room + "\n" + draft, CueView.class, () -> {
                var row = rooms.next(handle, journal, room, offered);
                if (CueRows.count(handle, room) >= MOST) {
                    throw new Problem("caption.too-many", 409, "A room has at most " + MOST + " captions");
                }
                long from = draft.fromMs().orElseGet(() -> now(handle, room, journal.now()));
                var cue = new CueRow(
                        journal.newId(), room, language, from, draft.toMs().orElse(from + reading(text)), text);
                check(cue);
                CueRows.insert(handle, cue, journal.now());
                rooms.rows().log(handle, row, journal.now(), SHOWN, null, json.text(cue.view()));
                said(journal, row, List.of(cue.fromMs()));
                told.set(row);
                return cue.view();
            });
        });
        publish(told.get(), SHOWN, json.text(added));
        return added;
    }

    public CueView change(Ref room, String id, CueDraft draft) {
        var text = words(draft.text());
        var told = new AtomicReference<RoomRow>();
        var changed = storage.write((handle, journal) -> {
            var row = rooms.changing(handle, rooms.rows().next(handle, room));
            var before = CueRows.get(handle, room, id).orElseThrow(Cues::gone);
            long from = draft.fromMs().orElse(before.fromMs());
            var cue = new CueRow(
                    id,
                    room,
                    before.language(),
                    from,
                    draft.toMs().orElse(from == before.fromMs() ? before.toMs() : from + reading(text)),
                    text);
            check(cue);
            CueRows.update(handle, cue);
            rooms.rows().log(handle, row, journal.now(), CHANGED, null, json.text(cue.view()));
            said(journal, row, List.of(before.fromMs(), cue.fromMs()));
            told.set(row);
            return cue.view();
        });
        publish(told.get(), CHANGED, json.text(changed));
        return changed;
    }

    public void delete(Ref room, String id) {
        var body = json.text(new Gone(id, true));
        var row = storage.write((handle, journal) -> {
            var next = rooms.changing(handle, rooms.rows().next(handle, room));
            var before = CueRows.get(handle, room, id).orElseThrow(Cues::gone);
            CueRows.delete(handle, id);
            rooms.rows().log(handle, next, journal.now(), GONE, null, body);
            said(journal, next, List.of(before.fromMs()));
            return next;
        });
        publish(row, GONE, body);
    }

    /** Puts a file of captions in the place of those in its language; returns how many there are. */
    public int replace(Ref room, String language, byte[] file) {
        var known = language(language);
        var read = Vtt.read(new String(file, StandardCharsets.UTF_8));
        var cues = read.stream()
                .map(each -> new CueRow("", room, known, each.fromMs(), each.toMs(), words(shortened(each.text()))))
                .toList();
        cues.forEach(Cues::check);
        var offered = rooms.offered(room);
        var row = storage.write((handle, journal) -> {
            var next = rooms.locked(handle, journal, room, offered);
            var moments = new HashSet<Long>();
            CueRows.of(handle, room, known).forEach(each -> moments.add(each.fromMs()));
            CueRows.clear(handle, room, known);
            for (var each : cues) {
                moments.add(each.fromMs());
                CueRows.insert(
                        handle,
                        new CueRow(journal.newId(), room, known, each.fromMs(), each.toMs(), each.text()),
                        journal.now());
            }
            said(journal, next, moments);
            journal.append(new Change.RoomChanged(room, next.rev()));
            return next;
        });
        publish(row, "", "");
        return cues.size();
    }

    /** Lays what was written down elsewhere in a room that has no captions. */
    public void lay(Handle handle, Journal journal, Ref room, List<Spoken> said) {
        rooms.stored(handle, room);
        if (said.size() > MOST) {
            throw Problem.invalid("", "at most " + MOST + " captions at once");
        }
        if (CueRows.count(handle, room) > 0) {
            return;
        }
        for (var each : said) {
            long from = each.at().toMillis();
            var cue = new CueRow(
                    journal.newId(),
                    room,
                    each.language().tag(),
                    from,
                    from + each.shown().toMillis(),
                    words(each.text()));
            check(cue);
            CueRows.insert(handle, cue, journal.now());
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** The captions of a language as a WebVTT file by media time. */
    public String file(Ref room, String language) {
        return Vtt.write(storage.read(handle -> {
            rooms.require(handle, room);
            return cues(handle, room, language(language));
        }));
    }

    /** In order; each ends at the latest when the next begins. */
    List<Vtt.Cue> cues(Handle handle, Ref room, String language) {
        var rows = CueRows.of(handle, room, language);
        var cues = new ArrayList<Vtt.Cue>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            long to = i + 1 < rows.size() ? Math.min(row.toMs(), rows.get(i + 1).fromMs()) : row.toMs();
            cues.add(new Vtt.Cue(row.fromMs(), Math.max(to, row.fromMs() + 1), row.text()));
        }
        return cues;
    }

    List<String> languages(Handle handle, Ref room) {
        return CueRows.languages(handle, room);
    }

    /** What was said in a stretch of media time, in every language. */
    public List<CueView> between(Handle handle, Ref room, long fromMs, long toMs) {
        return CueRows.between(handle, room, fromMs, toMs).stream()
                .map(CueRow::view)
                .toList();
    }

    public ChapterLine addChapter(Ref room, ChapterDraft draft) {
        var title = title(draft);
        var offered = rooms.offered(room);
        return storage.write((handle, journal) -> {
            var row = rooms.locked(handle, journal, room, offered);
            long at = moment(draft.atMs().orElseGet(() -> now(handle, room, journal.now())));
            var id = Chapters.add(handle, journal, room, rooms.spec(row), at, title);
            journal.append(new Change.RoomChanged(room, row.rev()));
            return new ChapterLine(id, at, title);
        });
    }

    public ChapterLine changeChapter(Ref room, String id, ChapterDraft draft) {
        var title = title(draft);
        return storage.write((handle, journal) -> {
            var row = rooms.changing(handle, rooms.stored(handle, room));
            var spec = rooms.spec(row);
            long at = moment(draft.atMs()
                    .orElseGet(() -> Chapters.of(handle, room, spec).stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst()
                            .map(Chapters.Chapter::atMs)
                            .orElse(0L)));
            Chapters.change(handle, journal, room, spec, id, at, title);
            journal.append(new Change.RoomChanged(room, row.rev()));
            return new ChapterLine(id, at, title);
        });
    }

    public void deleteChapter(Ref room, String id) {
        storage.write((handle, journal) -> {
            var row = rooms.changing(handle, rooms.stored(handle, room));
            Chapters.delete(handle, journal, room, rooms.spec(row), id);
            journal.append(new Change.RoomChanged(room, row.rev()));
            return row;
        });
    }

    private static Text title(ChapterDraft draft) {
        var zh = draft.zh().map(String::strip).filter(each -> !each.isEmpty());
        var en = draft.en().map(String::strip).filter(each -> !each.isEmpty());
        var either = zh.or(() -> en)
                .filter(each -> each.length() <= 120)
                .orElseThrow(() -> Problem.invalid("/zh", "a chapter's title has 1 to 120 characters"));
        return new Text(Wording.message(zh.orElse(either)), Wording.message(en.orElse(either)));
    }

    /** Told to the log only where the recording can be found already. */
    private static void said(Journal journal, RoomRow room, Collection<Long> moments) {
        if (room.phaseNow() == Phase.REPLAY || room.phaseNow() == Phase.ARCHIVED) {
            moments.stream()
                    .map(each -> each / MINUTE_MS)
                    .distinct()
                    .flatMap(minute -> Change.SaidChanged.at(room.id(), minute).stream())
                    .forEach(journal::append);
        }
    }

    private void publish(@Nullable RoomRow room, String event, String body) {
        if (room == null) {
            return;
        }
        if (!event.isEmpty()) {
            feed.publish(room.id(), room.rev(), event, body);
        }
        feed.state(
                room.id(),
                STATE,
                json.text(storage.read(handle -> standing(handle, room.id(), languages(handle, room.id())))));
    }

    /** Media time of what viewers see now. */
    private static long now(Handle handle, Ref room, Instant at) {
        return Segments.of(handle, room)
                .mediaTime(at)
                .orElseThrow(() -> new Problem("caption.no-time", 409, "Nothing is shown now: say at which time"));
    }

    private static String words(String text) {
        var words = Wording.message(text.replaceAll("\\s+", " "));
        if (words.length() > LONGEST) {
            throw Problem.invalid("/text", "a caption has at most " + LONGEST + " characters");
        }
        return words;
    }

    /** How long a text takes to read: wide letters count for more. */
    private static long reading(String text) {
        long letters = text.codePoints().mapToLong(c -> c > 0x2E7F ? 220 : 75).sum();
        return Math.clamp(letters, 1_500, 7_000);
    }

    private static void check(CueRow cue) {
        moment(cue.fromMs());
        if (cue.toMs() <= cue.fromMs() || cue.toMs() - cue.fromMs() > LONGEST_SHOWN_MS) {
            throw Problem.invalid("/toMs", "a caption is shown for at most " + LONGEST_SHOWN_MS / 1_000 + " seconds");
        }
    }

    private static long moment(long ms) {
        if (ms < 0 || ms > LONGEST_MS) {
            throw Problem.invalid("/fromMs", "a media time is 0 to 12 hours");
        }
        return ms;
    }

    private static String language(String text) {
        if (!LANGUAGE.matcher(text).matches()) {
            throw Problem.invalid("/language", "a language is two letters, like zh or en");
        }
        return text;
    }

    private static Problem gone() {
        return new Problem("caption.gone", 409, "This caption is not here any more");
    }
}
