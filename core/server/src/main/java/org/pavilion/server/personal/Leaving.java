package org.pavilion.server.personal;

import java.time.Duration;
import java.util.Collection;
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
 * scrubbed. A holder that could not do its part is asked again until it has; one that was away is asked
 * when it is back.
 */
final class Leaving {
    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);
    private static final String TASK = "erase";
    private static final String BACK = "erase-late";
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Storage storage;
    private final Tasks tasks;
    private final Identity identity;
    private final Runnable scrub;
    private final ErasedRows rows;

    Leaving(Storage storage, DomainEvents events, Tasks tasks, Identity identity, Runnable scrub) {
        this.storage = storage;
        this.tasks = tasks;
        this.identity = identity;
        this.scrub = scrub;
        this.rows = new ErasedRows(storage);
        tasks.on(TASK, id -> erase(Ref.of(id))).on(BACK, this::back);
        identity.onPersonalData(this::came);
        events.on("identity.account-erased.v1", Gone.class, DomainEvents.each((account, gone) -> late(account)));
    }

    /** As much as this reader wants to know of the event. */
    record Gone() {}

    void leave(Ref account) {
        go(account);
        scrub.run();
    }

    /** Whom a restored backup brought back leaves once more; the others have left for good. */
    void again(Collection<Ref> erased) {
        var back = erased.stream().filter(account -> !rows.done(account)).toList();
        back.forEach(this::go);
        if (!back.isEmpty()) {
            LOG.info("{} people who were erased after this house's backup was made are erased again", back.size());
            scrub.run();
        }
    }

    private void go(Ref account) {
        rows.note(account);
        try {
            erase(account);
        } catch (Problem e) {
            LOG.warn("{} is not erased everywhere yet and will be later: {}", account, e.getMessage());
            storage.write((handle, journal) -> {
                tasks.at(handle, TASK, journal.now().plus(AGAIN), account.toString());
                return account;
            });
        }
        if (identity.accounts().find(account).isPresent()) {
            identity.accounts().erase(account);
        }
    }

    /** Somebody else ended the account, e.g. the organiser. */
    private void late(Ref account) {
        if (rows.done(account)) {
            return;
        }
        rows.note(account);
        erase(account);
        scrub.run();
    }

    private void erase(Ref account) {
        identity.eraseAll(account, holder -> rows.done(account, holder));
        rows.finish(account);
    }

    /** A holder came; what it missed is done outside its start. */
    private void came(String holder) {
        if (!rows.missed(holder).isEmpty()) {
            storage.write((handle, journal) -> {
                tasks.at(handle, BACK, journal.now(), holder);
                return holder;
            });
        }
    }

    /** One that went away again is asked the next time it comes. */
    private void back(String holder) {
        boolean any = false;
        for (var account : rows.missed(holder)) {
            if (!identity.erase(account, holder)) {
                return;
            }
            rows.done(account, holder);
            any = true;
        }
        if (any) {
            LOG.info("{} has erased what it kept of people who left while it was away", holder);
            scrub.run();
        }
    }
}
