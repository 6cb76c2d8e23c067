package org.pavilion.server.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Ref;
import org.pavilion.api.Scope;
import org.pavilion.api.Storage;

/**
 * Screens and people in a hall: callers that are no person and hold one role in one place. Their
 * browser has a session like everybody's, which ends with the pass; whoever was signed in there before
 * is not any more.
 */
public final class Passes {
    /** A screen of the venue. */
    public static final String DISPLAY = "display";
    /** Somebody without account who scanned the code in a hall. */
    public static final String IN_ROOM = "in-room";

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST = 50_000;
    private static final String FIND = "select holder, role, scope, until_at from identity_pass where holder = ?";

    private final Storage storage;
    private final InstantSource clock;
    private final Sessions sessions;
    private final Runnable ended;
    private final Cache<Ref, Optional<Pass>> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    Passes(Storage storage, InstantSource clock, Sessions sessions, Runnable ended) {
        this.storage = storage;
        this.clock = clock;
        this.sessions = sessions;
        this.ended = ended;
    }

    /** A pass that was just given: whose it is, and the session that a browser carries it in. */
    public record Issued(Ref holder, Session session) {}

    /** Gives a pass in somebody's transaction. */
    public Issued issue(
            Handle handle, Journal journal, String kind, Scope scope, Instant until, Optional<String> previous) {
        var holder = new Ref(kind, journal.newId());
        handle.execute("delete from identity_pass where until_at < ?", clock.millis());
        handle.execute(
                "insert into identity_pass (holder, role, scope, until_at) values (?, ?, ?, ?)",
                holder.toString(),
                kind,
                scope.path(),
                until.toEpochMilli());
        return new Issued(holder, sessions.open(handle, journal, holder, until, previous));
    }

    /** Takes a pass back in somebody's transaction; {@link #gone} after its commit ends what its holder has open. */
    public void revoke(Handle handle, Ref holder) {
        handle.execute("delete from identity_session where subject = ?", holder.toString());
        handle.execute("delete from identity_pass where holder = ?", holder.toString());
    }

    /** A pass was taken back: sockets of its holder end now. */
    public void gone(Ref holder) {
        known.invalidate(holder);
        ended.run();
    }

    /** The pass, while it holds. */
    public Optional<Pass> find(Ref holder) {
        return known.get(holder, this::read).filter(pass -> pass.until().isAfter(clock.instant()));
    }

    /** When a screen or a phone in the hall was last heard of, a minute more or less. */
    public Optional<Instant> seen(Ref holder) {
        return sessions.of(holder, Optional.empty()).stream()
                .map(OpenSession::seen)
                .findFirst();
    }

    static boolean holds(Ref who) {
        return who.type().equals(DISPLAY) || who.type().equals(IN_ROOM);
    }

    /** A right that names the role is held in the pass's own place alone. */
    boolean holds(Ref who, Set<String> any, Scope scope) {
        return find(who)
                .filter(pass -> any.contains(pass.role()) && Covering.covers(pass.scope(), scope))
                .isPresent();
    }

    List<Scope> where(Ref who, Set<String> any) {
        return find(who).filter(pass -> any.contains(pass.role())).map(Pass::scope).stream()
                .toList();
    }

    private Optional<Pass> read(Ref holder) {
        return storage.read(handle -> handle.createQuery(FIND)
                .bind(0, holder)
                .map((rs, context) -> new Pass(
                        Ref.of(rs.getString("holder")),
                        rs.getString("role"),
                        new Scope(rs.getString("scope")),
                        Instant.ofEpochMilli(rs.getLong("until_at"))))
                .findOne());
    }
}
