package org.pavilion.server.live;

import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.SearchSource;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;
import org.pavilion.server.live.chat.MessageRows;
import org.pavilion.server.live.room.Change;
import org.pavilion.server.live.room.Clockwork;
import org.pavilion.server.live.room.RoomRow;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.room.Segments;
import org.pavilion.server.live.stream.Cues;
import org.pavilion.server.live.view.MessageView;
import org.pavilion.server.live.view.QuestionView;
import org.pavilion.server.live.view.SaidHits;

/**
 * Looks up what was said by when it was said. Inside a room everything that can be seen there is read each
 * time; the house's own search gets a document for each minute of a recording. Both read messages through
 * the one predicate of what viewers may see, so what was removed is gone from here too.
 */
final class SaidSearch implements SearchSource {
    private static final int MOST = 100;
    private static final int LONGEST = 100;
    private static final long MINUTE_MS = 60_000;
    private static final long LONGEST_MS = 12L * 3_600_000;

    private final Storage storage;
    private final RoomStore rooms;
    private final MessageRows messages;
    private final Cues cues;
    private final Function<Ref, List<QuestionView>> questions;

    /** @param questions what may be seen of the questions of a room */
    SaidSearch(
            Storage storage,
            RoomStore rooms,
            MessageRows messages,
            Cues cues,
            Function<Ref, List<QuestionView>> questions) {
        this.storage = storage;
        this.rooms = rooms;
        this.messages = messages;
        this.cues = cues;
        this.questions = questions;
    }

    /** What somebody said, or what was written down of it. */
    private record Said(String kind, long mediaMs, String who, String text) {}

    SaidHits search(Ref room, String words) {
        var wanted = words.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            throw Problem.invalid("/q", "1 to " + LONGEST + " characters");
        }
        var terms = List.of(folded(wanted).split("\\s+"));
        return storage.read(handle -> {
            var row = rooms.require(handle, room);
            var hits = said(handle, row, 0, LONGEST_MS).stream()
                    .filter(each -> {
                        var text = folded(each.text());
                        return terms.stream().allMatch(text::contains);
                    })
                    .limit(MOST + 1L)
                    .map(each -> new SaidHits.Hit(
                            each.kind(), each.mediaMs(), each.who(), each.text(), page(room, each.mediaMs())))
                    .toList();
            return new SaidHits(wanted, hits.subList(0, Math.min(MOST, hits.size())), hits.size() > MOST);
        });
    }

    /** Everything of a stretch of media time that can be seen, in order. */
    private List<Said> said(Handle handle, RoomRow room, long fromMs, long toMs) {
        var segments = Segments.of(handle, room.id());
        var now = Clockwork.talks(room.phaseNow()) ? Instant.now() : room.phaseAt();
        var all = new ArrayList<Said>();
        for (var span : segments.instants(fromMs, toMs, now)) {
            for (var message : messages.between(handle, room.id(), span.from(), span.to())) {
                segments.mediaTime(message.at())
                        .ifPresent(at -> all.add(new Said("chat", at, message.name(), message.text())));
            }
        }
        cues.between(handle, room.id(), fromMs, toMs)
                .forEach(cue -> all.add(new Said("caption", cue.fromMs(), "", cue.text())));
        for (var question : questions.apply(room.id())) {
            question.answer()
                    .flatMap(QuestionView.Answer::mediaMs)
                    .or(() -> segments.mediaTime(question.at()))
                    .filter(at -> at >= fromMs && at < toMs)
                    .ifPresent(at -> all.add(asked(question, at)));
        }
        all.sort(Comparator.comparingLong(Said::mediaMs));
        return all;
    }

    /** A question with its written answer, at the moment it was answered. */
    private static Said asked(QuestionView question, long at) {
        var answer = question.answer().flatMap(QuestionView.Answer::text).map(text -> " " + text);
        return new Said(
                "question",
                at,
                question.author().map(MessageView.Author::name).orElse(""),
                question.text() + answer.orElse(""));
    }

    private static String page(Ref room, long mediaMs) {
        return "/live/" + room + "?t=" + mediaMs / 1_000;
    }

    /** Width, case and compatibility forms make no difference. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** Every minute of a recording, also those in which nothing is said any more. */
    Set<Ref> minutes(Ref room) {
        return storage.read(handle -> rooms.rows()
                .get(handle, room)
                .filter(SaidSearch::recorded)
                .map(row -> {
                    var all = new HashSet<Ref>();
                    long end = Math.min(LONGEST_MS, Segments.of(handle, room).length(row.phaseAt()));
                    for (long minute = 0; minute * MINUTE_MS < end; minute++) {
                        Change.SaidChanged.minute(room, minute).ifPresent(all::add);
                    }
                    return all;
                })
                .orElseGet(HashSet::new));
    }

    private Set<Ref> minutes(Handle handle, RoomRow room) {
        var minutes = new HashSet<Ref>();
        said(handle, room, 0, LONGEST_MS)
                .forEach(each -> Change.SaidChanged.minute(room.id(), each.mediaMs() / MINUTE_MS)
                        .ifPresent(minutes::add));
        return minutes;
    }

    private static boolean recorded(RoomRow room) {
        return room.phaseNow() == Phase.REPLAY || room.phaseNow() == Phase.ARCHIVED;
    }

    @Override
    public Stream<String> ids(Handle handle) {
        return rooms.rows().all(handle).stream()
                .filter(SaidSearch::recorded)
                .flatMap(room -> minutes(handle, room).stream())
                .map(Ref::id);
    }

    @Override
    public Optional<SearchDocument> document(Handle handle, String id) {
        int type = id.indexOf('.');
        int minute = id.lastIndexOf('.');
        if (type < 0 || minute <= type || !id.substring(minute + 1).matches("\\d{1,4}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(id.substring(minute + 1));
        return Ref.find(id.substring(0, type), id.substring(type + 1, minute))
                .flatMap(room -> rooms.rows().get(handle, room))
                .filter(SaidSearch::recorded)
                .flatMap(room -> document(handle, room, number));
    }

    private Optional<SearchDocument> document(Handle handle, RoomRow room, long minute) {
        var said = said(handle, room, minute * MINUTE_MS, (minute + 1) * MINUTE_MS);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var spec = rooms.spec(room);
        long at = said.getFirst().mediaMs() / 1_000;
        var clock = at < 3_600
                ? "%d:%02d".formatted(at / 60, at % 60)
                : "%d:%02d:%02d".formatted(at / 3_600, at / 60 % 60, at % 60);
        var title = spec.title();
        var body = Text.same(String.join(
                "\n",
                said.stream()
                        .map(each -> each.who().isEmpty() ? each.text() : each.who() + "：" + each.text())
                        .toList()));
        return Change.SaidChanged.minute(room.id(), minute)
                .map(ref -> new SearchDocument(
                        ref,
                        new Text(
                                title.in(org.pavilion.api.Language.ZH) + " · 回放 " + clock,
                                title.in(org.pavilion.api.Language.EN) + " · at " + clock),
                        body,
                        Set.of(),
                        spec.edition()
                                .map(each -> Map.of("edition", List.of(each)))
                                .orElse(Map.of()),
                        URI.create(page(room.id(), said.getFirst().mediaMs())),
                        Visibility.PUBLIC,
                        room.phaseAt(),
                        List.of()));
    }
}
