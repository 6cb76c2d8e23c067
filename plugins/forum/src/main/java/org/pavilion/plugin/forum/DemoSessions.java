package org.pavilion.plugin.forum;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * The invented sessions of the demo edition around the moment it was laid: one finished, one live, two
 * next. The same moment and seed always give the same sessions.
 */
final class DemoSessions {
    private static final List<Text> SUBJECTS = List.of(
            new Text("具身智能走进工厂", "Embodied intelligence on the shop floor"),
            new Text("城市更新中的绿色建材", "Green materials for renewing cities"),
            new Text("从实验室到病床：成果转化圆桌", "From bench to bedside: a round table on transfer"),
            new Text("开源硬件与共享实验室", "Open hardware and shared laboratories"),
            new Text("低空经济的安全底座", "A safe base for the low-altitude economy"),
            new Text("数据要素与科学发现", "Data as a factor of discovery"),
            new Text("青年科学家夜话", "An evening with young scientists"),
            new Text("科幻作家遇见工程师", "Science-fiction writers meet engineers"));
    private static final List<Text> PLACES =
            List.of(new Text("一号厅", "Hall 1"), new Text("二号厅", "Hall 2"), new Text("圆桌厅", "Round-table room"));

    /** What {@code directory.demo-laid.v1} says. */
    record DemoLaid(Ref subject, Instant at, long seed) {}

    private DemoSessions() {}

    static List<SessionLine> around(DemoLaid laid) {
        var random = new SplittableRandom(laid.seed());
        var now = laid.at().truncatedTo(ChronoUnit.MINUTES);
        int first = random.nextInt(SUBJECTS.size());
        var liveSince = now.minus(Duration.ofMinutes(15 + 5L * random.nextInt(4)));
        var liveUntil = now.plus(Duration.ofMinutes(90));
        return List.of(
                session(
                        laid,
                        1,
                        first,
                        liveSince.minus(Duration.ofMinutes(150)),
                        liveSince.minus(Duration.ofMinutes(60))),
                session(laid, 2, first + 1, liveSince, liveUntil),
                session(
                        laid,
                        3,
                        first + 2,
                        liveUntil.plus(Duration.ofMinutes(15)),
                        liveUntil.plus(Duration.ofMinutes(75))),
                session(
                        laid,
                        4,
                        first + 3,
                        liveUntil.plus(Duration.ofMinutes(90)),
                        liveUntil.plus(Duration.ofMinutes(150))));
    }

    private static SessionLine session(DemoLaid laid, int number, int subject, Instant start, Instant end) {
        return new SessionLine(
                "ses-demo-" + number,
                Optional.of("session"),
                SUBJECTS.get(subject % SUBJECTS.size()),
                new Text(
                        "为演示而虚构的场次，时间按首次启动时刻排定。",
                        "An invented session for the demo, timed from the moment of the first start."),
                laid.subject().id(),
                Optional.empty(),
                Optional.empty(),
                "parallel-forum",
                Optional.<PartialDate>empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(start),
                Optional.of(end),
                Optional.empty(),
                Optional.of(PLACES.get(number % PLACES.size())),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(true),
                List.of());
    }
}
