package org.pavilion.plugin.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Edition;
import org.pavilion.api.Permission;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Text;

/** The parts of a session, and the moment at which one of them makes its records public. */
final class Ceremonies {
    private final PluginContext context;
    private final Sessions sessions;
    private final HeldRecords held;

    Ceremonies(PluginContext context, Sessions sessions) {
        this.context = context;
        this.sessions = sessions;
        this.held = new HeldRecords(context.releases(), context.json());
    }

    /** What is kept of a block that was run. */
    record Run(String block, Instant at, int mediaSecond, List<Block.Published> published) {}

    private record Kept(List<Block.Published> published) {}

    /** All parts of the session, in order, with what those that were run made public. */
    List<Block> of(SessionLine line, Caller caller) {
        if (line.agenda().isEmpty()) {
            return List.of();
        }
        var runs = new HashMap<String, Run>();
        var waiting = new HashMap<String, Integer>();
        context.storage().read(h -> {
            runs(h, line.id()).forEach(run -> runs.put(run.block(), run));
            held.of(h, line.id()).forEach(each -> waiting.merge(each.block(), 1, Integer::sum));
            return h;
        });
        boolean over = archived(line);
        var names = over ? names(line, caller) : Map.<Ref, Text>of();
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < line.agenda().size(); i++) {
            var plan = line.agenda().get(i);
            var id = id(plan, i);
            var run = Optional.ofNullable(runs.get(id));
            int waits = waiting.getOrDefault(id, 0);
            boolean done = run.isPresent() || (over && waits == 0);
            var published = run.map(Run::published).orElseGet(() -> published(plan, names));
            int count = Math.max(plan.count().orElse(0), published.size() + waits);
            blocks.add(new Block(
                    id,
                    plan.block(),
                    plan.title().orElseGet(() -> Terms.of(plan.block())),
                    start(line, plan),
                    plan.minutes(),
                    plan.people(),
                    count,
                    done ? published : List.of(),
                    waits,
                    done ? Block.State.DONE : Block.State.PLANNED,
                    run.map(Run::at)));
        }
        return blocks;
    }

    /** A block's own id, else its place in the order. */
    static String id(SessionLine.AgendaBlock plan, int index) {
        return plan.id().orElse("b" + (index + 1));
    }

    static Optional<Instant> start(SessionLine line, SessionLine.AgendaBlock plan) {
        return line.startsAt().flatMap(start -> plan.minute().map(minute -> start.plus(Duration.ofMinutes(minute))));
    }

    /** What happened in an edition that is over was run, whether anybody noted it or not. */
    private boolean archived(SessionLine line) {
        return context.directory()
                .edition(line.edition())
                .filter(edition ->
                        edition.status() != Edition.Status.OPEN && edition.status() != Edition.Status.ANNOUNCED)
                .isPresent();
    }

    private Map<Ref, Text> names(SessionLine line, Caller caller) {
        var refs = line.agenda().stream()
                .flatMap(plan -> plan.publishes().stream())
                .map(Ref::of)
                .toList();
        var names = new HashMap<Ref, Text>();
        for (SearchDocument found : context.search().read(refs, caller)) {
            names.put(found.ref(), found.title());
        }
        return names;
    }

    private static List<Block.Published> published(SessionLine.AgendaBlock plan, Map<Ref, Text> names) {
        return plan.publishes().stream()
                .map(Ref::of)
                .filter(names::containsKey)
                .map(ref -> new Block.Published(ref, names.getOrDefault(ref, Text.same(ref.id()))))
                .toList();
    }

    List<Run> runs(Handle h, String session) {
        return h.createQuery(
                        "select block, at, media_second, refs from forum_block_run where session = :session order by at")
                .bind("session", session)
                .map((rs, row) -> new Run(
                        rs.getString(1),
                        Instant.ofEpochMilli(rs.getLong(2)),
                        rs.getInt(3),
                        context.json().read(rs.getString(4), Kept.class).published()))
                .list();
    }

    /** What pages that show a session hear when one of its blocks was run. */
    record Told(String session, String block) {}

    /** Tells the pages that are open, after the commit: each then asks for what is public now. */
    void showLive() {
        var topic = context.topics().open("blocks", Permission.PUBLIC);
        context.events()
                .on(
                        "forum.block-run.v1",
                        BlockRun.class,
                        DomainEvents.each(
                                (session, run) -> topic.publish("block-run", new Told(session.id(), run.block()))));
    }

    /** What waits for the blocks of a session, for those who run it. */
    List<HeldRecords.Held> held(String session) {
        return context.storage().read(h -> held.of(h, session));
    }

    /** The kinds of records that can be held, in the order in which they must come. */
    List<String> kinds() {
        return context.releases().kinds();
    }

    /** Holds records for a block that has not been run, each tried with its board first. */
    int hold(String session, String block, String kind, String lines) {
        var records = held.read(block, kind, lines);
        return context.storage().write((h, journal) -> {
            var line = planned(h, session, block);
            int position = held.of(h, session).size();
            for (var record : records) {
                held.put(h, journal, session, record, position++);
            }
            journal.append(new BlockChanged(line.ref(), line.edition(), block));
            return records.size();
        });
    }

    /** Takes a record off the ceremony; its line is gone. */
    void drop(String session, Ref ref) {
        context.storage().write((h, journal) -> {
            var line = sessions.asked(h, session);
            if (!held.drop(h, session, ref)) {
                throw Problem.notFound("held record " + ref);
            }
            journal.append(new BlockChanged(line.ref(), line.edition(), ""));
            return ref;
        });
    }

    /**
     * Runs a block: in one write every record it holds becomes public, the block is marked as run and a
     * chapter begins. A record that its board does not take keeps all of them back.
     */
    BlockRun run(Caller caller, String session, String block) {
        boolean roomed = sessions.rooms().meets(context.storage().read(h -> sessions.asked(h, session)));
        return context.storage().write((h, journal) -> {
            var line = planned(h, session, block);
            if (line.cancelled()) {
                throw new Problem("session.cancelled", 409, "the session was cancelled");
            }
            var plan = plan(line, block);
            var released = held.release(h, journal, session, block);
            var published = Stream.concat(
                            released.stream(),
                            plan.publishes().stream()
                                    .map(Ref::of)
                                    .filter(ref -> released.stream()
                                            .noneMatch(each -> each.ref().equals(ref)))
                                    .map(ref -> new Block.Published(ref, Text.same(ref.id()))))
                    .toList();
            h.createUpdate("insert into forum_block_run(session, block, at, actor, media_second, refs)"
                            + " values (:session, :block, :at, :actor, :second, :refs)")
                    .bind("session", session)
                    .bind("block", block)
                    .bind("at", journal.now().toEpochMilli())
                    .bind("actor", caller.ref().toString())
                    .bind("second", Chapters.second(h, line, journal.now()))
                    .bind("refs", context.json().text(new Kept(published)))
                    .execute();
            if (roomed) {
                sessions.rooms().chaptered(h, journal, line);
            }
            var ran = new BlockRun(
                    line.ref(),
                    line.edition(),
                    block,
                    published.stream().map(Block.Published::ref).toList());
            journal.append(ran);
            return ran;
        });
    }

    /** The session, if it has the block and nobody ran it; locked against a second run by the write itself. */
    private SessionLine planned(Handle h, String session, String block) {
        var line = sessions.asked(h, session);
        plan(line, block);
        if (runs(h, session).stream().anyMatch(run -> run.block().equals(block))) {
            throw new Problem("block.state-conflict", 409, "the block was run already");
        }
        return line;
    }

    private static SessionLine.AgendaBlock plan(SessionLine line, String block) {
        for (int i = 0; i < line.agenda().size(); i++) {
            if (id(line.agenda().get(i), i).equals(block)) {
                return line.agenda().get(i);
            }
        }
        throw Problem.notFound("block " + block + " of session " + line.id());
    }
}
