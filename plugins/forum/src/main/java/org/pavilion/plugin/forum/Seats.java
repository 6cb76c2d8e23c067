package org.pavilion.plugin.forum;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Language;
import org.pavilion.api.Notice;
import org.pavilion.api.PersonalData;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * Seats in the hall and places online that people reserve. The table itself refuses to sell one twice;
 * whoever comes too late waits in order and moves up when a seat is given back.
 */
record Seats(PluginContext context, Sessions sessions) implements PersonalData {
    static final String ON_SITE = "on-site";
    static final String ONLINE = "online";

    /** The ways to be there that have a limit, with what is left of them. */
    List<SeatChannel> of(Handle h, SessionLine line) {
        var channels = new ArrayList<SeatChannel>();
        for (var channel : List.of(ON_SITE, ONLINE)) {
            capacity(line, channel).ifPresent(places -> channels.add(channel(h, line.id(), channel, places)));
        }
        return channels;
    }

    private static Optional<Integer> capacity(SessionLine line, String channel) {
        return line.capacity().flatMap(each -> channel.equals(ON_SITE) ? each.onSite() : each.online());
    }

    private static SeatChannel channel(Handle h, String session, String channel, int places) {
        int waiting = count(h, session, channel, 1);
        return h.createQuery("select capacity, taken from forum_seats where session = :session and channel = :channel")
                .bind("session", session)
                .bind("channel", channel)
                .map((rs, row) -> new SeatChannel(channel, rs.getInt(1), rs.getInt(2), waiting))
                .findOne()
                .orElseGet(() -> new SeatChannel(channel, places, 0, waiting));
    }

    private static int count(Handle h, String session, String channel, int waiting) {
        return h.createQuery("select count(*) from forum_seat where session = :session and channel = :channel"
                        + " and waiting = :waiting")
                .bind("session", session)
                .bind("channel", channel)
                .bind("waiting", waiting)
                .mapTo(Integer.class)
                .one();
    }

    Optional<OwnSeat> of(Handle h, String session, Ref person) {
        return all(h, person).stream()
                .filter(own -> own.session().equals(session))
                .findFirst();
    }

    /** Everything the person reserved. */
    List<OwnSeat> all(Handle h, Ref person) {
        return h.createQuery("select s.session, s.channel, s.waiting, (select count(*) from forum_seat o"
                        + " where o.session = s.session and o.channel = s.channel and o.waiting = 1"
                        + " and o.number < s.number) as ahead from forum_seat s where s.person = :person"
                        + " order by s.session")
                .bind("person", person.toString())
                .map((rs, row) -> new OwnSeat(
                        rs.getString(1), rs.getString(2), rs.getInt(3) == 1, rs.getInt(3) == 1 ? rs.getInt(4) : 0))
                .list();
    }

    /** Takes a seat, or a place at the end of the queue; who has one keeps it. */
    OwnSeat reserve(Ref person, String session, String channel) {
        return context.storage().write((h, journal) -> {
            var line = sessions.asked(h, session);
            var places = capacity(line, channel)
                    .orElseThrow(() -> Problem.invalid("/channel", "nothing is reserved for " + channel));
            if (line.phase(journal.now())
                    .filter(phase -> phase != SessionLine.Phase.NEXT)
                    .isPresent()) {
                throw new Problem("session.closed", 409, "seats are reserved before the session begins");
            }
            var own = of(h, session, person);
            if (own.isPresent()) {
                return own.get();
            }
            arrange(h, session, channel, places);
            // Where room was made, those who wait are first.
            moveUp(h, journal, line, channel);
            boolean seated = take(h, session, channel);
            h.createUpdate("insert into forum_seat(session, channel, person, waiting, number, at) values (:session,"
                            + " :channel, :person, :waiting, (select coalesce(max(number), 0) + 1 from forum_seat"
                            + " where session = :session), :now)")
                    .bind("session", session)
                    .bind("channel", channel)
                    .bind("person", person.toString())
                    .bind("waiting", seated ? 0 : 1)
                    .bind("now", journal.now().toEpochMilli())
                    .execute();
            journal.append(new SeatsChanged(line.ref(), line.edition(), channel));
            return of(h, session, person).orElseThrow();
        });
    }

    /** Gives the seat back, or leaves the queue; the next who waits moves up and is told. */
    void giveBack(Ref person, String session) {
        context.storage().write((h, journal) -> {
            var line = sessions.asked(h, session);
            var own = of(h, session, person).orElseThrow(() -> Problem.notFound("reservation for session " + session));
            drop(h, person, own);
            moveUp(h, journal, line, own.channel());
            return journal.append(new SeatsChanged(line.ref(), line.edition(), own.channel()));
        });
    }

    private static void drop(Handle h, Ref person, OwnSeat own) {
        h.execute("delete from forum_seat where session = ? and person = ?", own.session(), person.toString());
        if (!own.waiting()) {
            h.execute(
                    "update forum_seats set taken = taken - 1 where session = ? and channel = ?",
                    own.session(),
                    own.channel());
        }
    }

    /** After a session was stored: its rooms may have grown. Nobody who has a seat loses it. */
    void followCapacity(Handle h, Journal journal, SessionLine line) {
        for (var channel : of(h, line)) {
            var places = capacity(line, channel.channel()).orElse(channel.capacity());
            if (channel.taken() + channel.waiting() > 0 && places != channel.capacity()) {
                arrange(h, line.id(), channel.channel(), places);
                moveUp(h, journal, line, channel.channel());
                journal.append(new SeatsChanged(line.ref(), line.edition(), channel.channel()));
            }
        }
    }

    private static void arrange(Handle h, String session, String channel, int places) {
        h.execute(
                "insert into forum_seats(session, channel, capacity, taken) values (?, ?, ?, 0) on conflict"
                        + " (session, channel) do update set capacity = case when excluded.capacity < forum_seats.taken"
                        + " then forum_seats.taken else excluded.capacity end",
                session,
                channel,
                places);
    }

    private static boolean take(Handle h, String session, String channel) {
        return h.execute(
                        "update forum_seats set taken = taken + 1 where session = ? and channel = ? and taken < capacity",
                        session,
                        channel)
                > 0;
    }

    private void moveUp(Handle h, Journal journal, SessionLine line, String channel) {
        var waiting = h.createQuery("select person from forum_seat where session = :session and channel = :channel"
                        + " and waiting = 1 order by number, person")
                .bind("session", line.id())
                .bind("channel", channel)
                .mapTo(String.class)
                .list();
        for (var person : waiting) {
            if (!take(h, line.id(), channel)) {
                return;
            }
            h.execute("update forum_seat set waiting = 0 where session = ? and person = ?", line.id(), person);
            context.notices().send(h, journal, Ref.of(person), new Notice("forum.seat-free", free(line), line.ref()));
        }
    }

    private static Text free(SessionLine line) {
        return new Text(
                "《" + line.name().zh() + "》有了空位，已为你保留",
                "A seat at “" + line.name().in(Language.EN) + "” is yours now");
    }

    /** Everybody with a seat or in the queue. */
    List<Ref> people(Handle h, String session) {
        return h.createQuery("select person from forum_seat where session = :session order by number")
                .bind("session", session)
                .mapTo(String.class)
                .map(Ref::of)
                .list();
    }

    @Override
    public Map<String, Object> export(Ref person) {
        var all = context.storage().read(h -> all(h, person));
        return all.isEmpty() ? Map.of() : Map.of("seats", all);
    }

    @Override
    public void erase(Ref person) {
        List<OwnSeat> all = context.storage().read(h -> all(h, person));
        if (all.isEmpty()) {
            return;
        }
        context.storage().write((h, journal) -> {
            for (var own : all(h, person)) {
                drop(h, person, own);
                var line = sessions.asked(h, own.session());
                moveUp(h, journal, line, own.channel());
                journal.append(new SeatsChanged(line.ref(), line.edition(), own.channel()));
            }
            return all;
        });
    }

    @Override
    public void merge(Ref from, Ref into) {
        List<OwnSeat> all = context.storage().read(h -> all(h, from));
        if (all.isEmpty()) {
            return;
        }
        context.storage().write((h, journal) -> {
            for (var own : all(h, from)) {
                var line = sessions.asked(h, own.session());
                if (of(h, own.session(), into).isPresent()) {
                    drop(h, from, own);
                    moveUp(h, journal, line, own.channel());
                } else {
                    h.execute(
                            "update forum_seat set person = ? where session = ? and person = ?",
                            into.toString(),
                            own.session(),
                            from.toString());
                }
                journal.append(new SeatsChanged(line.ref(), line.edition(), own.channel()));
            }
            return all;
        });
    }
}
