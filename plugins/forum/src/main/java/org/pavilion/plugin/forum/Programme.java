package org.pavilion.plugin.forum;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Directory;
import org.pavilion.api.Language;
import org.pavilion.api.Mark;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;

/** What is on and what comes next, and how its time is said. */
final class Programme {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("M月d日 EEE", Locale.CHINA);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    /** What is longer is no session but an exhibition, and has days instead of hours. */
    static final Duration LONGEST = Duration.ofDays(3);

    /** More sessions than any edition has. */
    private static final int ALL = 5_000;

    private Programme() {}

    /** All sessions of these editions. */
    static List<SessionLine> all(Handle handle, Shelf<SessionLine> shelf, Set<String> editions) {
        return shelf.slice(handle, new Shelf.Filter(editions, Optional.empty()), null, ALL)
                .records();
    }

    /** The sessions of all editions that begin near these hours: all that can overlap with them. */
    static List<SessionLine> near(Handle handle, Shelf<SessionLine> shelf, Instant start, Instant end) {
        return handle.createQuery("select record from " + shelf.table() + " where sort >= :from and sort < :to")
                .bind("from", start.minus(LONGEST).toString())
                .bind("to", end.plusSeconds(1).toString())
                .mapTo(String.class)
                .map(text -> shelf.json().read(text, shelf.type()))
                .list();
    }

    /** Ids of the editions that have sessions. */
    static Set<String> editions(Handle handle, Shelf<SessionLine> shelf) {
        return handle.createQuery("select distinct edition from " + shelf.table())
                .mapTo(String.class)
                .set();
    }

    /** Ids of everybody who speaks anywhere. */
    static Set<String> speakers(Handle handle, Shelf<SessionLine> shelf) {
        return all(handle, shelf, Set.of()).stream()
                .flatMap(line -> line.speakers().stream())
                .collect(Collectors.toSet());
    }

    /** An ISO day in words, with its weekday: 5月19日 周二 · Tue 19 May. */
    static String day(String iso, Language language) {
        return (language == Language.ZH ? DAY_ZH : DAY_EN).format(LocalDate.parse(iso));
    }

    /** The sessions of these editions whose hour is known, by start. */
    static List<SessionLine> timed(Handle handle, Shelf<SessionLine> shelf, Set<String> editions) {
        return all(handle, shelf, editions).stream()
                .filter(line -> line.startsAt().isPresent())
                .sorted(Comparator.comparing(
                                (SessionLine line) -> line.startsAt().orElseThrow())
                        .thenComparing(SessionLine::id))
                .toList();
    }

    static List<SessionLine> in(List<SessionLine> sessions, SessionLine.Phase phase, Standing standing) {
        return sessions.stream()
                .filter(line -> standing.of(line).equals(Optional.of(phase)))
                .toList();
    }

    static Mark mark(SessionLine.Phase phase) {
        return switch (phase) {
            case LIVE -> new Mark(new Text("正在进行", "Live now"), Mark.Tone.LIVE);
            case NEXT -> new Mark(new Text("即将开始", "Coming up"), Mark.Tone.JADE);
            case CANCELLED -> new Mark(new Text("已取消", "Cancelled"), Mark.Tone.BRAND);
            case FINISHED -> Mark.plain(new Text("已结束", "Finished"));
        };
    }

    /** The hour of the venue, e.g. 14:30. */
    static String hour(Instant at, ZoneId zone) {
        return HOUR.format(at.atZone(zone));
    }

    /** Day and hours in the venue's zone, or the date as far as it is known. */
    static Optional<Text> when(SessionLine line, Directory directory) {
        if (line.startsAt().isPresent() && line.endsAt().isPresent()) {
            var zone = directory
                    .edition(line.edition())
                    .map(edition -> ZoneId.of(edition.zone()))
                    .orElse(ZoneId.of("UTC"));
            var start = line.startsAt().get();
            var hours = " " + hour(start, zone) + "–" + hour(line.endsAt().get(), zone);
            var day = PartialDate.of(start.atZone(zone).toLocalDate());
            return Optional.of(new Text(day.in(Language.ZH) + hours, day.in(Language.EN) + hours));
        }
        return Stream.of(line.date(), line.endDate())
                .flatMap(Optional::stream)
                .map(date -> new Text(date.in(Language.ZH), date.in(Language.EN)))
                .reduce((from, to) -> new Text(from.zh() + "至" + to.zh(), from.en() + " to " + to.en()));
    }

    /** Where and when the session stood before it was moved. */
    static Text was(SessionLine line, SessionLine.Moved from, Directory directory) {
        var zone = directory
                .edition(line.edition())
                .map(edition -> ZoneId.of(edition.zone()))
                .orElse(ZoneId.of("UTC"));
        var when = from.startsAt().map(start -> {
            var day = PartialDate.of(start.atZone(zone).toLocalDate());
            var at = " " + hour(start, zone);
            return new Text(day.in(Language.ZH) + at, day.in(Language.EN) + at);
        });
        return Stream.of(when, from.place())
                .flatMap(Optional::stream)
                .reduce((one, two) -> new Text(
                        one.in(Language.ZH) + " · " + two.in(Language.ZH),
                        one.in(Language.EN) + " · " + two.in(Language.EN)))
                .orElse(Text.same("–"));
    }

    /** How many people fit, for each way to be there. */
    static Text capacity(SessionLine.Capacity capacity) {
        var onSite = capacity.onSite().map(seats -> new Text("现场 " + seats + " 席", seats + " seats on site"));
        var online = capacity.online()
                .map(places -> new Text("线上 " + places + " 人", places + " places online"))
                .orElse(new Text("线上不限", "no limit online"));
        return onSite.map(words -> new Text(words.zh() + "，" + online.zh(), words.en() + ", " + online.en()))
                .orElse(online);
    }

    static Text dateLabel(SessionLine line) {
        return line.dateMeaning().equals(Optional.of("last day")) ? new Text("末日", "Last day") : new Text("时间", "When");
    }
}
