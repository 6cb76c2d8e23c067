package org.pavilion.server.live.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pavilion.api.Ref;
import org.pavilion.server.live.words.RuleBook;
import org.pavilion.server.live.words.RuleSet;
import org.pavilion.server.live.words.TermMatcher;
import org.pavilion.server.live.words.Verdict;

/** Plays what was said through rules of words before they hold. Bounded in rows and in time. */
public final class Rehearsal {
    private static final int MOST_ROWS = 5_000;
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final int SHOWN = 50;

    private final ChatTools tools;
    private final RuleBook words;

    Rehearsal(ChatTools tools, RuleBook words) {
        this.tools = tools;
        this.words = words;
    }

    /**
     * What a draft would have done.
     *
     * @param read how many messages were played, the newest of the scope
     * @param whole whether those were all of them
     * @param caught what the draft finds and the rules of now do not
     * @param missed what the rules of now find and the draft does not
     * @param alike how many both judge alike
     */
    public record Result(
            int read, boolean whole, int catches, int misses, int alike, List<Line> caught, List<Line> missed) {}

    /**
     * A message that is judged otherwise.
     *
     * @param terms what was found in it
     */
    public record Line(Ref room, Instant at, String text, Verdict verdict, List<String> terms) {}

    private record Row(Ref room, Instant at, String text) {}

    /**
     * Plays the newest messages through a draft and through what holds now.
     *
     * @param scope a room, or {@link RuleBook#HOUSE} for every room
     */
    public Result play(String scope, RuleSet draft) {
        var matcher = draft.checked().matcher();
        var now = tools.storage().read(handle -> words.set(handle, scope)).matcher();
        var rows = rows(scope);
        var caught = new ArrayList<Line>();
        var missed = new ArrayList<Line>();
        int catches = 0;
        int misses = 0;
        int alike = 0;
        int read = 0;
        long end = System.nanoTime() + LONGEST.toNanos();
        for (var row : rows) {
            if (System.nanoTime() > end) {
                break;
            }
            read++;
            var then = line(row, matcher);
            var before = line(row, now);
            int change = then.verdict().compareTo(before.verdict());
            if (change > 0) {
                catches++;
                add(caught, then);
            } else if (change < 0) {
                misses++;
                add(missed, before);
            } else {
                alike++;
            }
        }
        return new Result(read, read == rows.size() && rows.size() < MOST_ROWS, catches, misses, alike, caught, missed);
    }

    private static void add(List<Line> lines, Line line) {
        if (lines.size() < SHOWN) {
            lines.add(line);
        }
    }

    private static Line line(Row row, TermMatcher matcher) {
        var found = matcher.find(row.text());
        return new Line(
                row.room(),
                row.at(),
                row.text(),
                TermMatcher.verdict(found),
                found.stream().map(match -> match.term().text()).distinct().toList());
    }

    private List<Row> rows(String scope) {
        return tools.storage()
                .read(handle -> handle.createQuery("""
                        select room, at, text from live_message
                        where (:scope = '' or room = :scope) and text <> '' order by at desc limit :limit""")
                        .bind("scope", scope)
                        .bind("limit", MOST_ROWS)
                        .map((row, context) -> new Row(
                                Ref.of(row.getString("room")),
                                Instant.ofEpochMilli(row.getLong("at")),
                                row.getString("text")))
                        .list());
    }
}
