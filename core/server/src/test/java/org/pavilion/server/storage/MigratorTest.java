package org.pavilion.server.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Problem;

@BothStores
final class MigratorTest {
    private final Store store;
    private final StorageMount mount;

    MigratorTest(Store store) {
        this.store = store;
        this.mount = store.mount("shop");
    }

    @Test
    void appliesWhatIsMissingAndNothingTwice() {
        var first = "create table shop_item(id ${id}, data ${json} not null)";
        migrate(first);
        migrate(first, "alter table shop_item add column price bigint not null default 0");
        migrate(first, "alter table shop_item add column price bigint not null default 0");
        mount.write((handle, journal) -> handle.execute("insert into shop_item(data, price) values ('{}', 5)"));
        assertEquals(2, one("select count(*) from schema_history where owner = 'shop'"));
    }

    @Test
    void aFailingThirdStatementLeavesNothing() {
        assertRefused("nowhere", """
                create table shop_a(id ${id});
                create table shop_b(id ${id});
                insert into nowhere values (1);""");
        migrate("create table shop_a(id ${id})");
        assertRefused(
                "nowhere", "create table shop_a(id ${id})", "alter table shop_a add column x text; drop table nowhere");
        assertThrows(RuntimeException.class, () -> one("select count(x) from shop_a"));
        assertEquals(1, one("select count(*) from schema_history where owner = 'shop'"));
    }

    @Test
    void refusesAScriptEditedAfterItWasApplied() {
        migrate("create table shop_a(id ${id})");
        migrate("create table shop_a(id ${id})");
        assertRefused("edited", "create table shop_a(id ${id}, x text)");
    }

    @Test
    void lineEndingsAreNoEdit() {
        migrate("create table shop_a(\nid ${id})");
        migrate("create table shop_a(\r\nid ${id})");
    }

    @Test
    void refusesADatabaseThatIsNewer() {
        migrate("create table shop_a(id ${id})", "create table shop_b(id ${id})");
        assertRefused("V2", "create table shop_a(id ${id})");
    }

    @Test
    void refusesWhatLiesOutsideThePrefix() {
        assertRefused("other_table", "create table other_table(id ${id})");
        assertRefused("event_log", "alter table event_log add column x text");
        assertRefused("event_log", "create index shop_ix on event_log(at)");
        assertRefused("event_parked", "drop table event_parked");
        assertRefused("core_x", "create view shop_a as select 1 as x; create table core_x(id integer)");
        store.database().migrate("shop-floor", "shop_floor_", scripts("create table shop_floor_a(id ${id})"));
        assertRefused("shop_floor_a", "drop table shop_floor_a");
        assertRefused("shop_floor_b", "create table shop_floor_b(id ${id})");
    }

    @Test
    void refusesStatementsThatEscapeTheTransaction() {
        assertRefused("commit", "create table shop_a(id ${id}); commit");
        assertRefused("attach", "attach database 'x' as y");
        assertRefused("pragma", "/* quick */ pragma foreign_keys = off");
    }

    @Test
    void takesTheTextForItsOwnEngine() {
        store.database()
                .migrate(
                        "shop",
                        "shop_",
                        List.of(
                                new Script(
                                        "V1__a.sqlite.sql",
                                        "create table shop_a(id ${id}); insert into shop_a values (1)"),
                                new Script(
                                        "V1__a.pg.sql",
                                        "create table shop_a(x integer); insert into shop_a values (1)")));
        assertEquals(1, one("select count(*) from shop_a"));
    }

    @Test
    void purgesTheOwnersTablesAndNobodyElses() {
        migrate("""
                create table shop_a(id bigint not null primary key);
                create table shop_b(a bigint not null references shop_a(id));
                create view shop_c as select * from shop_b;
                insert into shop_a values (1);
                insert into shop_b values (1);""");
        store.database().migrate("shop-floor", "shop_floor_", scripts("create table shop_floor_a(id ${id})"));
        store.database().purge("shop", "shop_");
        assertThrows(RuntimeException.class, () -> one("select count(*) from shop_a"));
        assertEquals(0, one("select count(*) from shop_floor_a"));
        assertEquals(0, one("select count(*) from schema_history where owner = 'shop'"));
        migrate("create table shop_a(id ${id})");
    }

    private void assertRefused(String because, String... texts) {
        var problem = assertThrows(Problem.class, () -> migrate(texts));
        assertEquals("migration.failed", problem.code());
        assertTrue(problem.detail().contains(because), problem.detail());
    }

    private void migrate(String... texts) {
        store.database().migrate("shop", "shop_", scripts(texts));
    }

    private static List<Script> scripts(String... texts) {
        var scripts = new ArrayList<Script>();
        for (var text : texts) {
            scripts.add(new Script("V" + (scripts.size() + 1) + "__x.sql", text));
        }
        return scripts;
    }

    private long one(String sql) {
        return mount.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
