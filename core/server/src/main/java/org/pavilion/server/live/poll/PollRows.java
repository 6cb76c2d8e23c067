package org.pavilion.server.live.poll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Ref;

/** The SQL of polls, their rounds and ballots. */
final class PollRows {
    private static final String COLUMNS = "id, room, at, spec, state, round, featured, closes_at";

    Optional<PollRow> get(Handle handle, Ref room, String id) {
        return handle.createQuery("select " + COLUMNS + " from live_poll where id = :id and room = :room")
                .bind("id", id)
                .bind("room", room)
                .mapTo(PollRow.class)
                .findOne();
    }

    /** The featured one first, then the newest. */
    List<PollRow> all(Handle handle, Ref room) {
        return handle.createQuery("select " + COLUMNS
                        + " from live_poll where room = :room order by featured desc, at desc, id desc limit 200")
                .bind("room", room)
                .mapTo(PollRow.class)
                .list();
    }

    Optional<PollRow> featured(Handle handle, Ref room) {
        return handle.createQuery("select " + COLUMNS + " from live_poll where room = :room and featured = 1")
                .bind("room", room)
                .mapTo(PollRow.class)
                .findOne();
    }

    void insert(Handle handle, PollRow poll) {
        handle.createUpdate("""
                        insert into live_poll(id, room, at, spec, state, round, closes_at)
                        values (:id, :room, :at, :spec, :state, :round, :closes)""")
                .bind("id", poll.id())
                .bind("room", poll.room())
                .bind("at", poll.at())
                .bind("spec", poll.spec())
                .bind("state", poll.state())
                .bind("round", poll.round())
                .bind("closes", poll.closesAt().map(Instant::toEpochMilli).orElse(null))
                .execute();
    }

    boolean rewrite(Handle handle, PollRow poll) {
        return handle.createUpdate(
                                "update live_poll set spec = :spec, closes_at = :closes where id = :id and state = 'draft'")
                        .bind("id", poll.id())
                        .bind("spec", poll.spec())
                        .bind(
                                "closes",
                                poll.closesAt().map(Instant::toEpochMilli).orElse(null))
                        .execute()
                == 1;
    }

    boolean remove(Handle handle, String id) {
        return handle.execute("delete from live_poll where id = ? and state = 'draft'", id) == 1;
    }

    /** Moves a poll on unless somebody moved it meanwhile. */
    boolean move(Handle handle, PollRow from, String to, int round) {
        return handle.createUpdate("""
                        update live_poll set state = :to, round = :round, changes = changes + 1
                        where id = :id and state = :from and round = :was""")
                        .bind("id", from.id())
                        .bind("from", from.state())
                        .bind("was", from.round())
                        .bind("to", to)
                        .bind("round", round)
                        .execute()
                == 1;
    }

    /** Shows one poll before the others, or none. */
    void feature(Handle handle, Ref room, Optional<String> id) {
        handle.execute("update live_poll set featured = 0 where room = ? and featured = 1", room.toString());
        id.ifPresent(each -> handle.execute("update live_poll set featured = 1 where id = ?", each));
    }

    /**
     * Takes the poll for one ballot: whoever closes it waits until the ballot stands, or has closed it.
     * Empty when it is not open.
     */
    Optional<PollRow> take(Handle handle, Ref room, String id) {
        return handle.createQuery("update live_poll set changes = changes + 1"
                        + " where id = :id and room = :room and state = 'open' returning " + COLUMNS)
                .bind("id", id)
                .bind("room", room)
                .mapTo(PollRow.class)
                .findOne();
    }

    void vote(Handle handle, BallotRow ballot, Ref voter, Instant now) {
        handle.createUpdate("""
                        insert into live_ballot(poll, round, voter, at, value, nonce, receipt)
                        values (:poll, :round, :voter, :at, :value, :nonce, :receipt)
                        on conflict (poll, round, voter) do update set at = excluded.at, value = excluded.value,
                            nonce = excluded.nonce, receipt = excluded.receipt""")
                .bind("poll", ballot.poll())
                .bind("round", ballot.round())
                .bind("voter", voter)
                .bind("at", now)
                .bind("value", ballot.value())
                .bind("nonce", ballot.nonce().orElse(null))
                .bind("receipt", ballot.receipt().orElse(null))
                .execute();
    }

    Optional<BallotRow> ballot(Handle handle, String poll, int round, Ref voter) {
        return handle.createQuery("""
                        select poll, round, value, nonce, receipt from live_ballot
                        where poll = :poll and round = :round and voter = :voter""")
                .bind("poll", poll)
                .bind("round", round)
                .bind("voter", voter)
                .mapTo(BallotRow.class)
                .findOne();
    }

    /** Equal ballots of a round and how many there are. */
    record Cast(String value, long n) {}

    List<Cast> cast(Handle handle, String poll, int round) {
        return handle.createQuery("""
                        select value, count(*) as n from live_ballot where poll = :poll and round = :round
                        group by value order by value""")
                .bind("poll", poll)
                .bind("round", round)
                .mapTo(Cast.class)
                .list();
    }

    /** How many went from one ballot to another between two rounds. */
    record Went(String was, String became, long n) {}

    List<Went> went(Handle handle, String poll, int round) {
        return handle.createQuery("""
                        select a.value as was, b.value as became, count(*) as n from live_ballot a
                        join live_ballot b on b.poll = a.poll and b.voter = a.voter and b.round = :round
                        where a.poll = :poll and a.round = :round - 1 group by a.value, b.value""")
                .bind("poll", poll)
                .bind("round", round)
                .mapTo(Went.class)
                .list();
    }

    /** Every receipt of a round in ascending order, whatever the store's idea of order is. */
    List<String> receipts(Handle handle, String poll, int round) {
        return handle
                .createQuery(
                        "select receipt from live_ballot where poll = :poll and round = :round and receipt is not null")
                .bind("poll", poll)
                .bind("round", round)
                .mapTo(String.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    /** One round as it is stored. */
    record RoundRow(
            int n,
            Instant openedAt,
            Optional<Instant> closedAt,
            long ballots,
            Optional<Integer> present,
            Optional<String> root) {}

    List<RoundRow> rounds(Handle handle, String poll) {
        return handle.createQuery("""
                        select n, opened_at, closed_at, ballots, present, root from live_poll_round
                        where poll = :poll order by n""").bind("poll", poll).mapTo(RoundRow.class).list();
    }

    void begin(Handle handle, String poll, int n, Instant now) {
        handle.execute("insert into live_poll_round(poll, n, opened_at) values (?, ?, ?)", poll, n, now);
    }

    void end(Handle handle, String poll, int n, Instant now, int present, String root) {
        handle.createUpdate("""
                        update live_poll_round set closed_at = :now, present = :present, root = :root, ballots =
                            (select count(*) from live_ballot b where b.poll = :poll and b.round = :n)
                        where poll = :poll and n = :n""")
                .bind("poll", poll)
                .bind("n", n)
                .bind("now", now)
                .bind("present", present)
                .bind("root", root)
                .execute();
    }

    void again(Handle handle, String poll, int n) {
        handle.execute(
                "update live_poll_round set closed_at = null, present = null, root = null where poll = ? and n = ?",
                poll,
                n);
    }

    long ballots(Handle handle, String poll, int round) {
        return handle.createQuery("select count(*) from live_ballot where poll = :poll and round = :round")
                .bind("poll", poll)
                .bind("round", round)
                .mapTo(Long.class)
                .one();
    }

    /** A ballot as its voter takes it along. */
    record Own(Ref room, String question, int round, Instant at, String value) {}

    List<Own> by(Handle handle, Ref voter) {
        return handle.createQuery("""
                        select p.room, p.spec as question, b.round, b.at, b.value from live_ballot b
                        join live_poll p on p.id = b.poll where b.voter = :voter order by b.at, b.poll""").bind("voter", voter).mapTo(Own.class).list();
    }

    /** What somebody voted stays counted and is nobody's. */
    void erase(Handle handle, Ref voter, String nobody) {
        handle.execute("update live_ballot set voter = ?, nonce = null where voter = ?", nobody, voter);
    }
}
