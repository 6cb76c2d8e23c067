package org.pavilion.plugin.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Language;
import org.pavilion.api.Notice;
import org.pavilion.api.Outcome;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * What an organiser does to the programme. An act may change several sessions; it is done whole or not
 * at all, and taken back whole as long as nobody changed one of them again.
 */
final class SessionDesk {
    private final PluginContext context;
    private final Sessions sessions;
    private final Seats seats;

    SessionDesk(PluginContext context, Sessions sessions, Seats seats) {
        this.context = context;
        this.sessions = sessions;
        this.seats = seats;
    }

    /** An act that was done: its id takes it back. */
    record Act(String id, String kind, String edition, Instant at, int sessions, boolean undone) {}

    private record Lines(List<SessionLine> sessions) {}

    private record Kept(Lines before, Lines after) {}

    /** Stores sessions as they shall be from now on. */
    Act change(Ref actor, String kind, List<SessionLine> after) {
        return context.storage().write((h, journal) -> {
            var before = after.stream()
                    .flatMap(line -> sessions.shelf().find(h, line.id()).stream())
                    .toList();
            after.forEach(line -> put(h, journal, line, after));
            var id = journal.newId();
            var edition = after.getFirst().edition();
            h.createUpdate("insert into forum_act(id, kind, edition, actor, at, before, after)"
                            + " values (:id, :kind, :edition, :actor, :at, :before, :after)")
                    .bind("id", id)
                    .bind("kind", kind)
                    .bind("edition", edition)
                    .bind("actor", actor.toString())
                    .bind("at", journal.now().toEpochMilli())
                    .bind("before", context.json().text(new Lines(before)))
                    .bind("after", context.json().text(new Lines(after)))
                    .execute();
            for (var line : after) {
                tell(journal, line, kind);
            }
            return new Act(id, kind, edition, journal.now(), after.size(), false);
        });
    }

    private void put(Handle h, Journal journal, SessionLine line, List<SessionLine> changing) {
        switch (sessions.put(h, journal, line, changing)) {
            case Outcome.Rejected refused ->
                throw new Problem(refused.code(), 409, refused.detail()).at(refused.pointer());
            case Outcome.Duplicate twin ->
                throw new Problem("session.duplicate", 409, "the session is there as " + twin.of()).at("/name");
            case Outcome.Created created -> {}
            case Outcome.Updated updated -> {}
            case Outcome.Same same -> {}
        }
        seats.followCapacity(h, journal, line);
    }

    /** Only what moves people is told; a corrected word is not. */
    private static void tell(Journal journal, SessionLine line, String kind) {
        switch (kind) {
            case "late", "slots", "moved", "cancelled", "restored" ->
                journal.append(new SessionTold(line.ref(), line.edition(), kind));
            default -> {}
        }
    }

    /** Everything of a day from an hour on happens so many minutes later, in one place or in all. */
    Act late(Ref actor, List<SessionLine> programme, Instant from, Instant until, Optional<String> spot, int minutes) {
        var late = programme.stream()
                .filter(line -> line.timed() && !line.cancelled())
                .filter(line -> !line.endsAt().orElseThrow().isBefore(from)
                        && !line.startsAt().orElseThrow().isBefore(from)
                        && line.startsAt().orElseThrow().isBefore(until))
                .filter(line -> spot.filter(wanted -> !line.spot().equals(Optional.of(wanted)))
                        .isEmpty())
                .sorted(Comparator.comparing(
                        (SessionLine line) -> line.startsAt().orElseThrow()))
                .map(line -> new SessionDraft(line)
                        .later(Duration.ofMinutes(minutes))
                        .line())
                .toList();
        if (late.isEmpty()) {
            throw new Problem("late.nothing", 409, "no session begins there from that hour on").at("/from");
        }
        return change(actor, "late", late);
    }

    /** Takes an act back; refused with {@code act.superseded} when one of its sessions was changed since. */
    Act undo(Ref actor, String id) {
        return context.storage().write((h, journal) -> {
            var act = act(h, id).orElseThrow(() -> Problem.notFound("act " + id));
            var kept = kept(h, id);
            for (var line : kept.after().sessions()) {
                boolean same = sessions.shelf()
                        .find(h, line.id())
                        .filter(now ->
                                context.json().text(now).equals(context.json().text(line)))
                        .isPresent();
                if (act.undone() || !same) {
                    throw new Problem("act.superseded", 409, "the session " + line.id() + " was changed since");
                }
            }
            if (kept.before().sessions().size() < kept.after().sessions().size()) {
                throw new Problem("act.creates", 409, "a new session is not taken back; cancel it");
            }
            kept.before()
                    .sessions()
                    .forEach(line -> put(h, journal, line, kept.before().sessions()));
            h.execute(
                    "update forum_act set undone_at = ? where id = ?",
                    journal.now().toEpochMilli(),
                    id);
            for (var line : kept.before().sessions()) {
                tell(
                        journal,
                        line,
                        act.kind().equals("cancelled") ? "restored" : act.kind().equals("edited") ? "edited" : "moved");
            }
            return new Act(id, act.kind(), act.edition(), act.at(), act.sessions(), true);
        });
    }

    Optional<Act> act(String id) {
        return context.storage().read(h -> act(h, id));
    }

    private Optional<Act> act(Handle h, String id) {
        return h.createQuery("select id, kind, edition, at, after, undone_at from forum_act where id = :id")
                .bind("id", id)
                .map((rs, row) -> new Act(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getString(3),
                        Instant.ofEpochMilli(rs.getLong(4)),
                        context.json()
                                .read(rs.getString(5), Lines.class)
                                .sessions()
                                .size(),
                        rs.getObject(6) != null))
                .findOne();
    }

    private Kept kept(Handle h, String id) {
        return h.createQuery("select before, after from forum_act where id = :id")
                .bind("id", id)
                .map((rs, row) -> new Kept(
                        context.json().read(rs.getString(1), Lines.class),
                        context.json().read(rs.getString(2), Lines.class)))
                .one();
    }

    /** Tells those who starred a session, or have a seat in it, what became of it. */
    void tellPeople() {
        context.events().on("forum.session-told.v1", SessionTold.class, event -> {
            var told = event.event();
            var found = context.storage()
                    .read(h -> sessions.shelf().find(h, told.subject().id()));
            if (found.isPresent()) {
                tellPeople(found.get(), told.what());
            }
        });
    }

    private void tellPeople(SessionLine line, String what) {
        var notice = new Notice("forum.session-" + what, words(line, what), line.ref());
        context.storage().write((h, journal) -> {
            context.notices().sendToStarred(h, journal, line.ref(), notice);
            var seated = seats.people(h, line.id());
            seated.forEach(person -> context.notices().send(h, journal, person, notice));
            return seated;
        });
    }

    private Text words(SessionLine line, String what) {
        var when = Programme.when(line, context.directory()).orElse(Text.same("–"));
        var zh = "《" + line.name().zh() + "》";
        var en = "“" + line.name().in(Language.EN) + "”";
        return switch (what) {
            case "late" -> new Text(zh + "推迟：" + when.zh(), en + " is late: " + when.en());
            case "slots" -> new Text(zh + "的后续环节顺延", "The rest of " + en + " is late");
            case "cancelled" -> new Text(zh + "已取消", en + " is cancelled");
            case "restored" -> new Text(zh + "照常举行：" + when.zh(), en + " takes place after all: " + when.en());
            default -> new Text(zh + "时间或地点有变：" + when.zh(), en + " was moved: " + when.en());
        };
    }
}
