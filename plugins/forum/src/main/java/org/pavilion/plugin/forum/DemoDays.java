package org.pavilion.plugin.forum;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Envelope;
import org.pavilion.api.Journal;
import org.pavilion.api.Outcome;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Utterance;

/** Lays the invented programme when the directory lays the invented edition. */
record DemoDays(PluginContext context, Sessions sessions) {

    void listen() {
        context.events().on("directory.demo-laid.v1", DemoSessions.DemoLaid.class, this::lay);
    }

    private void lay(Envelope<DemoSessions.DemoLaid> event) {
        var edition = context.directory()
                .edition(event.event().subject().id())
                .orElseThrow(() -> Problem.notFound(event.event().subject().toString()));
        var lines = DemoSessions.around(event.event(), Agenda.zone(edition));
        // A write for each: laid again after a failure, what is there stays as it is.
        for (var line : lines) {
            context.storage().write((h, journal) -> {
                if (sessions.put(h, journal, line) instanceof Outcome.Rejected refused) {
                    throw new Problem(refused.code(), 500, refused.detail());
                }
                return line;
            });
        }
        context.storage().write((h, journal) -> {
            said(h, journal, lines, event.event().at());
            return lines.size();
        });
        lines.stream().filter(line -> line.id().equals(DemoSessions.LIVE)).forEach(this::asked);
    }

    /** What was asked and voted is laid by itself: a write is short. */
    private void asked(SessionLine line) {
        context.storage().write((h, journal) -> {
            var questions = DemoAsks.questions(line.startsAt().orElse(journal.now()), journal.now());
            context.rooms().recall(h, journal, line.ref(), questions, List.of());
            return questions.size();
        });
        context.storage().write((h, journal) -> {
            var polls = DemoAsks.polls(journal.now());
            context.rooms().recall(h, journal, line.ref(), List.of(), polls);
            return polls.size();
        });
    }

    /** The rooms in which somebody spoke before the house was opened. */
    private void said(Handle h, Journal journal, List<SessionLine> lines, Instant now) {
        for (var line : lines) {
            var start = line.startsAt().orElse(now);
            var said = switch (line.id()) {
                case DemoSessions.LIVE -> DemoChat.live(start, now);
                case DemoSessions.RECORDED -> DemoChat.recorded(start);
                default -> List.<Utterance>of();
            };
            if (!said.isEmpty()) {
                context.rooms().attach(h, journal, line.ref(), sessions.rooms().spec(line));
                context.rooms().recall(h, journal, line.ref(), said);
                if (line.id().equals(DemoSessions.RECORDED)) {
                    context.rooms().caption(h, journal, line.ref(), DemoCaptions.recorded());
                }
            }
        }
    }
}
