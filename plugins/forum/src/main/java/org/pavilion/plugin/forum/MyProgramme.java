package org.pavilion.plugin.forum;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/** What comes next for one person: what they starred and what they have a seat in. */
record MyProgramme(PluginContext context, Sessions sessions, Seats seats, InstantSource clock) {
    private static final int SHOWN = 3;

    /** Now and next for somebody. */
    public record Mine(List<Entry> now, List<Entry> next) {}

    /**
     * One session.
     *
     * @param path of its room while it is on, else of its page
     * @param seat {@code held} or {@code waiting}; empty without a reservation
     */
    public record Entry(
            String id,
            Text name,
            Instant start,
            Instant end,
            Optional<Text> place,
            String path,
            Optional<String> seat) {}

    Mine of(Optional<Ref> person, Set<String> starred) {
        return context.storage().read(h -> {
            var reserved = new LinkedHashMap<String, String>();
            person.ifPresent(who ->
                    seats.all(h, who).forEach(own -> reserved.put(own.session(), own.waiting() ? "waiting" : "held")));
            var standing = Standing.read(h, clock.instant());
            var edition = context.directory().current();
            var timed = Programme.timed(h, sessions.shelf(), context.directory().withHosted(edition.id())).stream()
                    .filter(SessionLine::timed)
                    .filter(line -> starred.contains(line.id()) || reserved.containsKey(line.id()))
                    .sorted(Comparator.comparing(line -> line.startsAt().orElseThrow()))
                    .toList();
            return new Mine(
                    Programme.in(timed, SessionLine.Phase.LIVE, standing).stream()
                            .map(line -> entry(line, reserved, true))
                            .toList(),
                    Programme.in(timed, SessionLine.Phase.NEXT, standing).stream()
                            .limit(SHOWN)
                            .map(line -> entry(line, reserved, false))
                            .toList());
        });
    }

    private Entry entry(SessionLine line, Map<String, String> reserved, boolean on) {
        var page = "/forum/" + line.id();
        return new Entry(
                line.id(),
                line.name(),
                line.startsAt().orElseThrow(),
                line.endsAt().orElseThrow(),
                line.place(),
                on ? sessions.rooms().path(line).orElse(page) : page,
                Optional.ofNullable(reserved.get(line.id())));
    }
}
