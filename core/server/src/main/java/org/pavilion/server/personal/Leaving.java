package org.pavilion.server.personal;

import java.time.Duration;
import java.time.Instant;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.api.Tasks;
import org.pavilion.server.identity.Identity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people go. Every holder erases what it keeps, then the account goes, then the files are
 * scrubbed. A holder that could not do its part is asked again until it has.
 */
final class Leaving {
    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);
    private static final String TASK = "erase";
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Storage storage;
    private final Tasks tasks;
    private final Identity identity;
    private final Runnable scrub;

    Leaving(Storage storage, DomainEvents events, Tasks tasks, Identity identity, Runnable scrub) {
        this.storage = storage;
        this.tasks = tasks;
        this.identity = identity;
        this.scrub = scrub;
        tasks.on(TASK, id -> erase(Ref.of(id)));
        events.on("identity.account-erased.v1", Gone.class, DomainEvents.each((account, gone) -> late(account)));
    }

    /** As much as this reader wants to know of the event. */
    record Gone() {}

    void leave(Ref account) {
        note(account);
        try {
            erase(account);
        } catch (Problem e) {
            LOG.warn("{} is not erased everywhere yet and will be later: {}", account, e.getMessage());
            storage.write((handle, journal) -> {
                tasks.at(handle, TASK, journal.now().plus(AGAIN), account.toString());
                return account;
            });
        }
        identity.accounts().erase(account);
        scrub.run();
    }

    /** Somebody else ended the account, e.g. the organiser. */
    private void late(Ref account) {
        if (done(account)) {
            return;
        }
        note(account);
        erase(account);
        scrub.run();
    }

    private void erase(Ref account) {
        identity.eraseAll(account);
        storage.write((handle, journal) ->
                handle.execute("update personal_erased set done_at = ? where account = ?", journal.now(), account));
    }

    private void note(Ref account) {
        storage.write((handle, journal) -> handle.execute(
                "insert into personal_erased(account, at) values (?, ?) on conflict (account) do nothing",
                account,
                journal.now()));
    }

    private boolean done(Ref account) {
        return storage.read(handle -> handle.createQuery(
                        "select done_at from personal_erased where account = :account and done_at is not null")
                .bind("account", account)
                .mapTo(Instant.class)
                .findOne()
                .isPresent());
    }
}
