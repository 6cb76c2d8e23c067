package org.pavilion.plugin.forum;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * The invented programme of the demo days around the moment they were laid: at that moment exactly one
 * session is on, the keynote; one with a recording is just over, two blocks of parallel sessions come
 * next, and the days before and after are full. The same moment and seed give the same programme.
 */
final class DemoSessions {
    /** The session that is over and was recorded. */
    static final String RECORDED = "ses-demo-1";

    /** The session that is on when the demo is laid. */
    static final String LIVE = "ses-demo-2";

    private static final int SPEAKERS = 18;
    private static final int PANEL = 3;
    private static final Text MODERATOR = new Text("主持人", "Moderator");
    private static final Text KEYNOTE = new Text("主讲人", "Keynote speaker");
    private static final Text PANELLIST = new Text("圆桌嘉宾", "Panellist");
    private static final Text SPEAKER = new Text("报告人", "Speaker");
    private static final Text MAIN_HALL = new Text("主会场", "Main hall");
    private static final List<Text> HALLS = List.of(
            new Text("一号厅", "Hall 1"),
            new Text("二号厅", "Hall 2"),
            new Text("三号厅", "Hall 3"),
            new Text("圆桌厅", "Round-table room"),
            new Text("工坊", "Workshop"));

    private static final Map<String, Integer> SEATS = Map.of("Main hall", 400, "Round-table room", 24, "Workshop", 12);

    private static final List<SessionLine.Chapter> CHAPTERS = List.of(
            new SessionLine.Chapter(0, new Text("开场：一粒花粉", "Opening: a grain of pollen")),
            new SessionLine.Chapter(720, new Text("从看见到测量", "From seeing to measuring")),
            new SessionLine.Chapter(1800, new Text("望远镜那头", "The far end of the telescope")),
            new SessionLine.Chapter(3600, new Text("问答", "Questions and answers")));

    /** What {@code directory.demo-laid.v1} says. */
    record DemoLaid(Ref subject, Instant at, long seed) {}

    private record Hours(Instant start, Instant end) {
        static Hours of(Instant start, int minutes) {
            return new Hours(start, start.plus(Duration.ofMinutes(minutes)));
        }
    }

    private final List<SessionLine> laid = new ArrayList<>();
    private final String edition;
    private int block;
    private int next;

    private DemoSessions(String edition) {
        this.edition = edition;
    }

    static List<SessionLine> around(DemoLaid moment, ZoneId zone) {
        var random = new SplittableRandom(moment.seed());
        var five = moment.at().getEpochSecond() / 300 * 300;
        var live = Instant.ofEpochSecond(five).minus(Duration.ofMinutes(15 + 5L * random.nextInt(4)));
        var over = live.plus(Duration.ofMinutes(100 + 5L * random.nextInt(3)));
        var today = moment.at().atZone(zone).toLocalDate();

        var programme = new DemoSessions(moment.subject().id());
        programme.plenary(1, Hours.of(live.minus(Duration.ofMinutes(150)), 90));
        programme.plenary(2, new Hours(live, over));
        programme.block(2, Hours.of(over.plus(Duration.ofMinutes(15)), 60));
        programme.block(3, Hours.of(over.plus(Duration.ofMinutes(90)), 60));
        programme.block(4, Hours.of(live.minus(Duration.ofMinutes(270)), 90));

        var yesterday = today.minusDays(1);
        programme.plenary(0, Hours.of(at(LocalTime.of(9, 0), yesterday, zone), 50));
        programme.block(0, Hours.of(at(LocalTime.of(10, 10), yesterday, zone), 90));
        programme.block(1, Hours.of(at(LocalTime.of(14, 0), yesterday, zone), 90));
        var tomorrow = today.plusDays(1);
        programme.block(5, Hours.of(at(LocalTime.of(9, 30), tomorrow, zone), 90));
        programme.plenary(3, Hours.of(at(LocalTime.of(14, 0), tomorrow, zone), 60));
        return List.copyOf(programme.laid);
    }

    private static Instant at(LocalTime time, LocalDate day, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** Something for everybody, in the main hall. */
    private void plenary(int number, Hours hours) {
        var talk = DemoTalks.of(DemoTalks.PLENARY).get(number);
        add(talk, hours, MAIN_HALL, people(PANEL), List.of("zh", "en"));
    }

    /** The talk of this number of every track at once, a hall each. */
    private void block(int number, Hours hours) {
        for (int track = 0; track < DemoTalks.TRACKS.size(); track++) {
            var talk = DemoTalks.of(DemoTalks.TRACKS.get(track)).get(number);
            var languages = track == block % DemoTalks.TRACKS.size() ? List.of("zh", "en") : List.of("zh");
            add(talk, hours, HALLS.get(track), people(talk.type().equals("roundtable") ? PANEL : 2), languages);
        }
        block++;
    }

    /** The next people in turn: there are more of them than any block needs, so nobody is in two halls. */
    private List<String> people(int count) {
        var some = IntStream.range(next, next + count)
                .mapToObj(number -> "per-demo-%02d".formatted(number % SPEAKERS + 1))
                .toList();
        next += count;
        return some;
    }

    private void add(DemoTalks.Talk talk, Hours hours, Text hall, List<String> people, List<String> languages) {
        var roles = IntStream.range(0, people.size())
                .mapToObj(at -> role(talk, people.get(at), at))
                .toList();
        var id = "ses-demo-" + (laid.size() + 1);
        laid.add(new SessionLine(
                id,
                Optional.of("session"),
                talk.title(),
                talk.summary(),
                edition,
                Optional.empty(),
                Optional.empty(),
                talk.type(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(hours.start()),
                Optional.of(hours.end()),
                Optional.empty(),
                Optional.of(hall),
                Optional.of(talk.track()).filter(track -> !track.equals(DemoTalks.PLENARY)),
                people,
                roles,
                languages,
                talk.item().map(item -> "item:" + item).stream().toList(),
                Optional.of(SessionRooms.TEST_CARD).filter(card -> id.equals(LIVE) || id.equals(RECORDED)),
                id.equals(RECORDED) ? CHAPTERS : List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                capacity(hall),
                Optional.of(true),
                List.of()));
    }

    /** The round-table room and the workshop are small enough for seats to be kept. */
    private static Optional<SessionLine.Capacity> capacity(Text hall) {
        return Optional.ofNullable(SEATS.get(hall.en()))
                .map(seats -> new SessionLine.Capacity(Optional.of(seats), Optional.empty()));
    }

    private static SessionLine.Role role(DemoTalks.Talk talk, String person, int at) {
        var words = role(talk, at);
        var part = words.equals(MODERATOR) ? "moderator" : words.equals(PANELLIST) ? "panelist" : "speaker";
        return new SessionLine.Role(person, words, Optional.of(part), Optional.empty(), Optional.empty());
    }

    private static Text role(DemoTalks.Talk talk, int at) {
        return switch (talk.type()) {
            case "keynote", "ceremony" -> at == 0 ? MODERATOR : KEYNOTE;
            case "roundtable" -> at == 0 ? MODERATOR : PANELLIST;
            default -> SPEAKER;
        };
    }
}
