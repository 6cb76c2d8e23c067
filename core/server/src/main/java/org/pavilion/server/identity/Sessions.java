package org.pavilion.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/**
 * Who is signed in. A row holds the digest of the cookie, never the cookie: a stolen database opens
 * no session. Being used is written at most once a minute, which is how exact the idle end is.
 */
final class Sessions {
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final Storage storage;
    private final InstantSource clock;

    Sessions(Storage storage, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** How long a session lives unused, and at all. */
    enum Term {
        VISITOR(Duration.ofHours(2), Duration.ofHours(12)),
        /** Of somebody who may change what others see. */
        STAFF(Duration.ofMinutes(30), Duration.ofHours(8));

        final Duration idle;
        final Duration absolute;

        Term(Duration idle, Duration absolute) {
            this.idle = idle;
            this.absolute = absolute;
        }
    }

    /** Somebody signed in. */
    record Opened(Ref subject) implements DomainEvent {}

    /** Somebody signed out. */
    record Closed(Ref subject) implements DomainEvent {}

    /** Signs in: a new secret, and the end of the session the browser had before. */
    Session open(Ref subject, Term term, String label, Optional<String> previous) {
        return storage.write((handle, journal) -> open(handle, journal, subject, term, label, previous));
    }

    /** The same inside another change. */
    Session open(Handle handle, Journal journal, Ref subject, Term term, String label, Optional<String> previous) {
        var cookie = Secret.random();
        var now = clock.instant();
        var until = now.plus(term.absolute);
        handle.execute(
                "delete from identity_session where until_at < ? or seen_at + idle_ms < ?",
                now.toEpochMilli(),
                now.toEpochMilli());
        previous.ifPresent(
                old -> handle.execute("delete from identity_session where digest = ?", Secret.sha256Hex(old)));
        insert(handle, cookie, journal.newId(), subject, label, now, until, term.idle);
        journal.append(new Opened(subject));
        return new Session(cookie, until);
    }

    /** A session of somebody who is no person: it needs no use to live, and tells nobody that it began. */
    Session open(Handle handle, Journal journal, Ref subject, Instant until, Optional<String> previous) {
        var cookie = Secret.random();
        var now = clock.instant();
        previous.ifPresent(
                old -> handle.execute("delete from identity_session where digest = ?", Secret.sha256Hex(old)));
        insert(handle, cookie, journal.newId(), subject, "", now, until, Duration.between(now, until));
        return new Session(cookie, until);
    }

    private static void insert(
            Handle handle,
            String cookie,
            String id,
            Ref subject,
            String label,
            Instant now,
            Instant until,
            Duration idle) {
        handle.execute(
                """
                insert into identity_session (digest, id, subject, label, opened_at, seen_at, until_at, idle_ms)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                Secret.sha256Hex(cookie),
                id,
                subject.toString(),
                label,
                now.toEpochMilli(),
                now.toEpochMilli(),
                until.toEpochMilli(),
                idle.toMillis());
    }

    /** Whose cookie this is, while the session lives. */
    Optional<Ref> subject(String cookie) {
        if (!Secret.looksRandom(cookie)) {
            return Optional.empty();
        }
        var digest = Secret.sha256Hex(cookie);
        var now = clock.instant();
        var row = storage.read(handle -> handle.createQuery("""
                        select subject, seen_at from identity_session
                        where digest = :digest and until_at > :now and seen_at + idle_ms > :now""")
                .bind("digest", digest)
                .bind("now", now.toEpochMilli())
                .map((rs, context) -> new Live(Ref.of(rs.getString("subject")), rs.getLong("seen_at")))
                .findOne());
        row.filter(live -> now.toEpochMilli() - live.seenAt() > TOUCH.toMillis())
                .ifPresent(live -> touch(digest, now));
        return row.map(Live::subject);
    }

    private void touch(String digest, Instant now) {
        storage.write((handle, journal) -> handle.execute(
                "update identity_session set seen_at = ? where digest = ? and seen_at < ?",
                now.toEpochMilli(),
                digest,
                now.toEpochMilli()));
    }

    /** The sessions of one subject that live, the one in use last first. */
    List<OpenSession> of(Ref subject, Optional<String> cookie) {
        var now = clock.instant();
        var current = cookie.map(Secret::sha256Hex).orElse("");
        return storage.read(handle -> handle.createQuery("""
                        select id, label, digest, opened_at, seen_at from identity_session
                        where subject = :subject and until_at > :now and seen_at + idle_ms > :now
                        order by seen_at desc, id desc""")
                .bind("subject", subject)
                .bind("now", now.toEpochMilli())
                .map((rs, context) -> new OpenSession(
                        rs.getString("id"),
                        rs.getString("label"),
                        Instant.ofEpochMilli(rs.getLong("opened_at")),
                        Instant.ofEpochMilli(rs.getLong("seen_at")),
                        rs.getString("digest").equals(current)))
                .list());
    }

    void close(String cookie) {
        if (!Secret.looksRandom(cookie)) {
            return;
        }
        var subject = subject(cookie);
        storage.write((handle, journal) -> {
            int gone = handle.execute("delete from identity_session where digest = ?", Secret.sha256Hex(cookie));
            if (gone > 0) {
                subject.ifPresent(who -> journal.append(new Closed(who)));
            }
            return gone;
        });
    }

    /** Ends one session by its name; another subject's does not exist. */
    void close(Ref subject, String id) {
        storage.write((handle, journal) -> {
            if (handle.execute("delete from identity_session where id = ? and subject = ?", id, subject.toString())
                    == 0) {
                throw Problem.notFound("this session");
            }
            return journal.append(new Closed(subject));
        });
    }

    /** Ends all sessions of the subject but the one with this cookie, inside another change. */
    static void closeAll(Handle handle, Journal journal, Ref subject, Optional<String> but) {
        int gone = handle.execute(
                "delete from identity_session where subject = ? and digest <> ?",
                subject.toString(),
                but.map(Secret::sha256Hex).orElse(""));
        if (gone > 0) {
            journal.append(new Closed(subject));
        }
    }

    /** Whether the subject is signed in right now. */
    boolean any(Ref subject) {
        return !of(subject, Optional.empty()).isEmpty();
    }

    private record Live(Ref subject, long seenAt) {}
}
