package org.pavilion.server.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.pavilion.server.storage.StorageMount;

/** The SQL of durable tasks: due work is claimed by a lease, so that one node of many does it. */
final class TaskRows {
    static final Duration LEASE = Duration.ofSeconds(60);

    private final StorageMount storage;

    TaskRows(StorageMount storage) {
        this.storage = storage;
    }

    /**
     * Something to do.
     *
     * @param id of a task scheduled once; empty for one that repeats
     * @param attempts how often it was begun before
     */
    record Due(String id, String owner, String name, String argument, int attempts) {
        boolean repeats() {
            return id.isEmpty();
        }
    }

    static void schedule(Handle handle, String id, String owner, String name, Instant when, String argument) {
        handle.execute(
                "insert into event_task(id, owner, name, argument, due_at) values (?, ?, ?, ?, ?)",
                id,
                owner,
                name,
                argument,
                when);
    }

    /** Registers a repeating task; an earlier date in the database stays, so that restarts do not push it off. */
    void repeat(String owner, String name, Instant next) {
        storage.write((handle, journal) -> handle.execute("""
                insert into event_lease(owner, name, next_at) values (?, ?, ?)
                on conflict (owner, name) do update set next_at =
                  case when event_lease.next_at > excluded.next_at then excluded.next_at else event_lease.next_at end""", owner, name, next));
    }

    /** What is due among the names {@code owner/name} and claimed by nobody. */
    List<Due> due(Collection<String> names, Instant now, int limit) {
        if (names.isEmpty()) {
            return List.of();
        }
        return storage.read(handle -> {
            var due = new ArrayList<Due>();
            due.addAll(handle.createQuery("""
                            select id, owner, name, argument, attempts from event_task
                            where due_at <= :now and leased_until <= :now and owner || '/' || name in (<names>)
                            order by due_at limit :limit""")
                    .bind("now", now)
                    .bind("limit", limit)
                    .bindList("names", List.copyOf(names))
                    .mapTo(Due.class)
                    .list());
            due.addAll(handle.createQuery("""
                            select '' as id, owner, name, '' as argument, 0 as attempts from event_lease
                            where next_at <= :now and leased_until <= :now and owner || '/' || name in (<names>)""")
                    .bind("now", now)
                    .bindList("names", List.copyOf(names))
                    .mapTo(Due.class)
                    .list());
            return due;
        });
    }

    /** Takes the lease; false when another node was faster. */
    boolean claim(Due due, Instant now, Instant next) {
        var until = now.plus(LEASE);
        return storage.write((handle, journal) -> due.repeats()
                        ? handle.execute("""
                                update event_lease set leased_until = ?, next_at = ?
                                where owner = ? and name = ? and next_at <= ? and leased_until <= ?""", until, next, due.owner(), due.name(), now, now)
                        : handle.execute("""
                                update event_task set leased_until = ?, attempts = attempts + 1
                                where id = ? and due_at <= ? and leased_until <= ?""", until, due.id(), now, now))
                == 1;
    }

    /** Keeps the leases of what still runs. */
    void renew(Collection<Due> running, Instant now) {
        var until = now.plus(LEASE);
        storage.write((handle, journal) -> {
            for (var due : running) {
                if (due.repeats()) {
                    handle.execute(
                            "update event_lease set leased_until = ? where owner = ? and name = ?",
                            until,
                            due.owner(),
                            due.name());
                } else {
                    handle.execute("update event_task set leased_until = ? where id = ?", until, due.id());
                }
            }
            return running.size();
        });
    }

    void done(Due due) {
        storage.write((handle, journal) -> due.repeats()
                ? handle.execute(
                        "update event_lease set leased_until = 0 where owner = ? and name = ?", due.owner(), due.name())
                : handle.execute("delete from event_task where id = ?", due.id()));
    }

    /** Frees a task that was begun and did not end well. */
    void again(Due due, int attempts, Instant when, String error) {
        storage.write((handle, journal) -> due.repeats()
                ? handle.execute(
                        "update event_lease set leased_until = 0 where owner = ? and name = ?", due.owner(), due.name())
                : handle.execute(
                        "update event_task set leased_until = 0, attempts = ?, due_at = ?, error = ? where id = ?",
                        attempts,
                        when,
                        error,
                        due.id()));
    }

    /** Frees every lease: for the only process there can be. */
    void freeAll() {
        storage.write((handle, journal) -> handle.execute("update event_task set leased_until = 0")
                + handle.execute("update event_lease set leased_until = 0"));
    }

    /** Forgets the answers of idempotent calls that are older than this. */
    int forgetAnswers(Instant before) {
        return storage.write(
                (handle, journal) -> handle.execute("delete from storage_idempotency where at < ?", before));
    }
}
