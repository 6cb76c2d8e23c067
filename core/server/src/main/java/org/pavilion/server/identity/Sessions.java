package org.pavilion.server.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;

/**
 * Who is signed in. A row holds the digest of the cookie, never the cookie: a stolen database opens
 * no session. Being used is written at most once a minute, which is how exact the idle end is.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofHours(2);
    static final Duration ABSOLUTE = Duration.ofHours(12);
    private static final Duration TOUCH = Duration.ofMinutes(1);

    private final Storage storage;
    private final InstantSource clock;

    Sessions(Storage storage, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
    }

    /** Somebody signed in. */
    record Opened(Ref subject) implements DomainEvent {}

    /** Somebody signed out. */
    record Closed(Ref subject) implements DomainEvent {}

    /** Signs in: a new secret, and the end of the session the browser had before. */
    Session open(Ref subject, Optional<String> previous) {
        var cookie = Secret.random();
        var now = clock.instant();
        var until = now.plus(ABSOLUTE);
        storage.write((handle, journal) -> {
            handle.execute(
                    "delete from identity_session where until_at < ? or seen_at < ?", now.toEpochMilli(), idle(now));
            previous.ifPresent(
                    old -> handle.execute("delete from identity_session where digest = ?", Secret.sha256Hex(old)));
            handle.execute(
                    "insert into identity_session (digest, subject, opened_at, seen_at, until_at) values (?, ?, ?, ?, ?)",
                    Secret.sha256Hex(cookie),
                    subject.toString(),
                    now.toEpochMilli(),
                    now.toEpochMilli(),
                    until.toEpochMilli());
            return journal.append(new Opened(subject));
        });
        return new Session(cookie, until);
    }

    /** Whose cookie this is, while the session lives. */
    Optional<Ref> subject(String cookie) {
        if (!Secret.looksRandom(cookie)) {
            return Optional.empty();
        }
        var digest = Secret.sha256Hex(cookie);
        var now = clock.instant();
        var row = storage.read(handle -> handle.createQuery(
                        "select subject, seen_at from identity_session where digest = :digest and until_at > :now and seen_at > :idle")
                .bind("digest", digest)
                .bind("now", now.toEpochMilli())
                .bind("idle", idle(now))
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

    /** Whether anybody is signed in right now. */
    boolean any() {
        var now = clock.instant();
        return storage.read(handle -> handle.createQuery(
                                "select count(*) from identity_session where until_at > :now and seen_at > :idle")
                        .bind("now", now.toEpochMilli())
                        .bind("idle", idle(now))
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    private static long idle(Instant now) {
        return now.minus(IDLE).toEpochMilli();
    }

    private record Live(Ref subject, long seenAt) {}
}
