package org.pavilion.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The patterns that carry invariants under contention: the same text on both engines, 16 threads. */
@BothStores
final class ContentionTest {
    private static final int THREADS = 16;

    private final Store store;
    private final StorageMount mount;

    ContentionTest(Store store) {
        this.store = store;
        this.mount = store.mount("race");
    }

    @BeforeEach
    void schema() {
        store.database().migrate("race", "race_", List.of(new Script("V1__init.sql", """
                create table race_deal(id bigint not null primary key, state text not null, version bigint not null);
                create table race_bid(deal bigint not null references race_deal(id), who bigint not null,
                  accepted integer not null default 0, primary key (deal, who));
                create unique index race_bid_winner on race_bid(deal) where accepted = 1;
                create table race_budget(id bigint not null primary key, total bigint not null,
                  spent bigint not null default 0, check (spent between 0 and total));
                create table race_slot(id bigint not null primary key, capacity integer not null);
                create table race_seat(slot bigint not null references race_slot(id), seat integer not null,
                  who bigint not null, primary key (slot, seat), unique (slot, who));
                create table race_effect(id bigint not null primary key, times bigint not null);
                insert into race_budget(id, total) values (1, 100000);
                insert into race_slot(id, capacity) values (1, 50);
                insert into race_effect(id, times) values (1, 0);""")));
    }

    @Test
    void oneOfManyAcceptancesWins() throws Exception {
        mount.write((handle, journal) -> {
            for (long deal = 0; deal < 20; deal++) {
                handle.execute("insert into race_deal(id, state, version) values (?, 'open', 1)", deal);
                for (long who = 0; who < THREADS; who++) {
                    handle.execute("insert into race_bid(deal, who) values (?, ?)", deal, who);
                }
            }
            return true;
        });
        int won = Hammer.count(
                20 * THREADS,
                THREADS,
                n -> mount.write((handle, journal) -> {
                    long deal = n / THREADS;
                    int rows = handle.execute("""
                    update race_deal set state = 'accepted', version = version + 1
                    where id = ? and state = 'open' and version = ?""", deal, 1L);
                    if (rows == 1) {
                        handle.execute("update race_bid set accepted = 1 where deal = ? and who = ?", deal, (long)
                                (n % THREADS));
                    }
                    return rows == 1;
                }));
        assertEquals(20, won);
        assertEquals(20, one("select count(*) from race_bid where accepted = 1"));
    }

    @Test
    void aBudgetIsNeverExceeded() throws Exception {
        int paid = Hammer.count(
                400,
                THREADS,
                n -> mount.write((handle, journal) -> handle.execute(
                                "update race_budget set spent = spent + ? where id = 1 and spent + ? <= total",
                                700L,
                                700L)
                        == 1));
        assertEquals(142, paid);
        assertEquals(142 * 700L, one("select spent from race_budget"));
    }

    @Test
    void aSlotHasNoMoreSeatsThanItHas() throws Exception {
        int seated = Hammer.count(400, THREADS, n -> mount.write((handle, journal) -> seat(handle, n % 200)));
        assertEquals(50, seated);
        assertEquals(50, one("select count(distinct who) from race_seat"));
    }

    private boolean seat(Handle handle, long who) {
        handle.createQuery("select capacity from race_slot where id = 1"
                        + store.dialect().lockRow())
                .mapTo(Integer.class)
                .one();
        return handle.execute("""
                        insert into race_seat(slot, seat, who)
                        select s.id, coalesce((select max(b.seat) from race_seat b where b.slot = s.id), 0) + 1, ?
                        from race_slot s
                        where s.id = 1 and (select count(*) from race_seat b where b.slot = s.id) < s.capacity
                        on conflict do nothing""", who) == 1;
    }

    @Test
    void anIdempotencyKeyHasOneEffect() throws Exception {
        byte[] hash = {1};
        int fresh = Hammer.count(
                400,
                THREADS,
                n -> mount.write((handle, journal) -> {
                    var earlier = journal.idempotent("person:ada", "key-" + n % 25, hash);
                    if (earlier.isPresent()) {
                        assertEquals(7, earlier.get()[0]);
                        return false;
                    }
                    handle.execute("update race_effect set times = times + 1 where id = 1");
                    journal.remember(new byte[] {7});
                    return true;
                }));
        assertEquals(25, fresh);
        assertEquals(25, one("select times from race_effect"));
    }

    /** The control: shows that the four above are not safe by luck. */
    @Test
    void readingBeforeWritingLosesUpdatesWhereWritersRunSideBySide() throws Exception {
        Hammer.count(
                400,
                THREADS,
                n -> mount.write((handle, journal) -> {
                    long times = handle.createQuery("select times from race_effect where id = 1")
                            .mapTo(Long.class)
                            .one();
                    return handle.execute("update race_effect set times = ? where id = 1", times + 1) == 1;
                }));
        long kept = one("select times from race_effect");
        assertTrue(store.dialect() == Dialect.SQLITE ? kept == 400 : kept < 400, "kept " + kept);
    }

    private long one(String sql) {
        return mount.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
