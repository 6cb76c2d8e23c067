package org.pavilion.server.live.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Ref;

/** The SQL of questions and votes. Whatever is read for everybody is read with {@link QuestionState#SHOWN}. */
final class QuestionRows {
    private static final String COLUMNS = """
            id, room, at, author, name, role, anonymous, recorder, text, language, tags, state, reason, run_order, votes,
            changes, merged_into, staged_at, answer, answered_at, answered_by, media_ms""";
    private static final String SELECT = "select " + COLUMNS + " from live_question where ";

    /** The question, if it belongs to this room. */
    Optional<QuestionRow> get(Handle handle, Ref room, String id) {
        return handle.createQuery(SELECT + "id = :id and room = :room")
                .bind("id", id)
                .bind("room", room)
                .mapTo(QuestionRow.class)
                .findOne();
    }

    /** The order in which viewers may ask for questions. */
    enum Sort {
        VOTES("votes desc, at, id", ""),
        NEWEST("at desc, id desc", ""),
        UNANSWERED("votes desc, at, id", " and state in " + QuestionState.VOTABLE);

        private final String by;
        private final String only;

        Sort(String by, String only) {
            this.by = by;
            this.only = only;
        }
    }

    List<QuestionRow> shown(Handle handle, Ref room, Sort sort, int limit) {
        return handle.createQuery(SELECT + "room = :room and state in " + QuestionState.SHOWN + sort.only + " order by "
                        + sort.by + " limit :limit")
                .bind("room", room)
                .bind("limit", limit)
                .mapTo(QuestionRow.class)
                .list();
    }

    /** All that was not deleted, oldest first. */
    List<QuestionRow> all(Handle handle, Ref room) {
        return handle.createQuery(SELECT + "room = :room and state <> 'deleted' order by at, id")
                .bind("room", room)
                .mapTo(QuestionRow.class)
                .list();
    }

    List<QuestionRow> in(Handle handle, Ref room, QuestionState state) {
        return handle.createQuery(SELECT + "room = :room and state = :state order by at, id")
                .bind("room", room)
                .bind("state", state.word())
                .mapTo(QuestionRow.class)
                .list();
    }

    Optional<QuestionRow> staged(Handle handle, Ref room) {
        return in(handle, room, QuestionState.STAGED).stream().findFirst();
    }

    /** What somebody asked in a room and did not take back, newest first. */
    List<QuestionRow> mine(Handle handle, Ref room, Ref author) {
        return handle.createQuery(SELECT + "room = :room and author = :author and state <> 'deleted'"
                        + " order by at desc, id desc limit 100")
                .bind("room", room)
                .bind("author", author)
                .mapTo(QuestionRow.class)
                .list();
    }

    List<QuestionRow> by(Handle handle, Ref author) {
        return handle.createQuery(SELECT + "author = :author and state <> 'deleted' order by at, id")
                .bind("author", author)
                .mapTo(QuestionRow.class)
                .list();
    }

    boolean any(Handle handle, Ref room) {
        return handle.createQuery("select count(*) from (select 1 from live_question where room = :room limit 1) found")
                        .bind("room", room)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    void insert(Handle handle, QuestionRow row) {
        handle.createUpdate("""
                        insert into live_question(id, room, at, author, name, role, anonymous, recorder, text, language,
                            tags, state, state_at, reason)
                        values (:id, :room, :at, :author, :name, :role, :anonymous, :recorder, :text, :language,
                            :tags, :state, :at, :reason)""")
                .bind("id", row.id())
                .bind("room", row.room())
                .bind("at", row.at())
                .bind("author", row.author())
                .bind("name", row.name())
                .bind("role", row.role())
                .bind("anonymous", row.anonymous() ? 1 : 0)
                .bind("recorder", row.recorder().map(Ref::toString).orElse(null))
                .bind("text", row.text())
                .bind("language", row.language())
                .bind("tags", row.tags())
                .bind("state", row.state())
                .bind("reason", row.reason().orElse(null))
                .execute();
    }

    /** Moves a question on unless somebody moved it meanwhile; out of the run-list too. */
    boolean move(Handle handle, QuestionRow row, QuestionState to, Instant now, @Nullable String reason) {
        return handle.createUpdate("""
                        update live_question set state = :to, state_at = :now, reason = :reason, run_order = null
                        where id = :id and state = :from""")
                        .bind("id", row.id())
                        .bind("from", row.state())
                        .bind("to", to.word())
                        .bind("now", now)
                        .bind("reason", reason)
                        .execute()
                == 1;
    }

    void stagedAt(Handle handle, String id, Instant now) {
        handle.execute("update live_question set staged_at = ? where id = ?", now, id);
    }

    void answered(Handle handle, String id, Optional<String> text, String by, Instant now, Optional<Long> mediaMs) {
        handle.createUpdate("""
                        update live_question set answer = :text, answered_by = :by, answered_at = :now, media_ms = :media
                        where id = :id""")
                .bind("id", id)
                .bind("text", text.orElse(null))
                .bind("by", by)
                .bind("now", now)
                .bind("media", mediaMs.orElse(null))
                .execute();
    }

    /** Ids in the run-list, in order. */
    List<String> runList(Handle handle, Ref room) {
        return handle.createQuery("""
                        select id from live_question where room = :room and run_order is not null
                        and state = 'visible' order by run_order, id""").bind("room", room).mapTo(String.class).list();
    }

    void runList(Handle handle, List<String> ids) {
        for (int n = 0; n < ids.size(); n++) {
            handle.execute(
                    "update live_question set run_order = ? where id = ? and state = 'visible'", n + 1, ids.get(n));
        }
    }

    void unstar(Handle handle, String id) {
        handle.execute("update live_question set run_order = null where id = ?", id);
    }

    /** Every vote for {@code from}, and its author's own, counts for {@code into}; nobody counts twice. */
    void unite(Handle handle, QuestionRow from, String into, Instant now) {
        handle.execute("""
                insert into live_question_vote(question, voter, at)
                select ?, voter, at from live_question_vote where question = ?
                on conflict (question, voter) do nothing""", into, from.id());
        handle.execute(
                "insert into live_question_vote(question, voter, at) values (?, ?, ?) on conflict (question, voter) do nothing",
                into,
                from.author(),
                now);
        handle.execute("update live_question set merged_into = ? where id = ?", into, from.id());
        tally(handle, into);
    }

    /** Whether this is a change: a first vote, or the end of one. */
    boolean vote(Handle handle, String id, Ref voter, boolean on, Instant now) {
        return (on
                        ? handle.execute(
                                "insert into live_question_vote(question, voter, at) values (?, ?, ?)"
                                        + " on conflict (question, voter) do nothing",
                                id,
                                voter,
                                now)
                        : handle.execute("delete from live_question_vote where question = ? and voter = ?", id, voter))
                == 1;
    }

    /** The votes of a question after {@code changes} changes. */
    record Count(long votes, long changes) {}

    /** Counts one vote more or fewer; empty when nobody can vote for it any more. */
    Optional<Count> count(Handle handle, String id, int more) {
        return handle.createQuery("update live_question set votes = votes + :more, changes = changes + 1"
                        + " where id = :id and state in " + QuestionState.VOTABLE + " returning votes, changes")
                .bind("id", id)
                .bind("more", more)
                .mapTo(Count.class)
                .findOne();
    }

    /** Counts all votes of a question anew. */
    void tally(Handle handle, String id) {
        handle.execute("""
                update live_question set changes = changes + 1,
                    votes = (select count(*) from live_question_vote where question = ?) where id = ?""", id, id);
    }

    List<String> voted(Handle handle, Ref room, Ref voter) {
        return handle.createQuery("""
                        select v.question from live_question_vote v join live_question q on q.id = v.question
                        where v.voter = :voter and q.room = :room""")
                .bind("voter", voter)
                .bind("room", room)
                .mapTo(String.class)
                .list();
    }

    Optional<String> rules(Handle handle, Ref room) {
        return handle.createQuery("select rules from live_question_rules where room = :room")
                .bind("room", room)
                .mapTo(String.class)
                .findOne();
    }

    void rules(Handle handle, Ref room, String rules) {
        handle.execute("""
                insert into live_question_rules(room, rules) values (?, ?)
                on conflict (room) do update set rules = excluded.rules""", room, rules);
    }

    /** Overwrites what somebody asked; votes stay counted and are nobody's. */
    void erase(Handle handle, Ref person, String nobody) {
        handle.execute("update live_question set text = '', name = '', answer = null where author = ?", person);
        handle.execute("update live_question_vote set voter = ? where voter = ?", nobody, person);
    }
}
