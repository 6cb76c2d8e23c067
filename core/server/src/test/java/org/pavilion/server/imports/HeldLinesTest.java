package org.pavilion.server.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Importer;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Releases;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Published;
import org.pavilion.server.storage.Script;
import org.pavilion.server.storage.StorageMount;
import org.pavilion.server.storage.Store;

/** Records of several owners become public in one write of another one, or none of them does. */
@BothStores
final class HeldLinesTest {
    record Entry(String id, String name) {}

    record LawPassed(Ref subject) implements DomainEvent {}

    record DealSigned(Ref subject) implements DomainEvent {}

    record CurtainRaised(Ref subject) implements DomainEvent {}

    private final Store store;
    private final StorageMount house;
    private final StorageMount stage;
    private final Releases releases;

    HeldLinesTest(Store store) {
        this.store = store;
        this.house = store.mount("core");
        this.stage = store.mount("stage");
        stage.register("stage.curtain-raised.v1", CurtainRaised.class);
        var desk = new ImportDesk(house, new Published(house), store.json());
        var laws = store.mount("laws");
        laws.register("laws.passed.v1", LawPassed.class);
        laws.requireEvents();
        var deals = store.mount("deals");
        deals.register("deals.signed.v1", DealSigned.class);
        desk.imports("laws", laws, store.json(), Set.of("law"), Set.of()).accept("law", Entry.class, put("laws_law"));
        desk.imports("deals", deals, store.json(), Set.of("deal"), Set.of("law"))
                .accept("deal", Entry.class, put("deals_deal"));
        releases = desk.releases();
    }

    @BeforeEach
    void schema() {
        for (var owner : List.of("laws_law", "deals_deal")) {
            var name = owner.substring(0, owner.indexOf('_'));
            store.database().migrate(name, name + "_", List.of(new Script("V1__init.sql", """
                    create table %s(id text not null primary key, name text not null);""".formatted(owner))));
        }
    }

    private static Importer<Entry> put(String table) {
        return (handle, journal, entry) -> {
            handle.execute("insert into " + table + "(id, name) values (?, ?)", entry.id(), entry.name());
            if (entry.name().equals("refused")) {
                return Outcome.rejected("/name", "entry.refused", "not this one");
            }
            journal.append(
                    table.equals("laws_law")
                            ? new LawPassed(new Ref("law", entry.id()))
                            : new DealSigned(new Ref("deal", entry.id())));
            return Outcome.created();
        };
    }

    private static Releases.Line line(String kind, String id, String name) {
        return new Releases.Line(kind, "{\"id\":\"" + id + "\",\"name\":\"" + name + "\"}");
    }

    private long count(String sql) {
        return house.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private long rows() {
        return count("select (select count(*) from laws_law) + (select count(*) from deals_deal)");
    }

    private void raise(Releases.Line... lines) {
        stage.write((handle, journal) -> {
            for (var line : lines) {
                releases.release(handle, journal, line);
            }
            return journal.append(new CurtainRaised(new Ref("session", "s-1")));
        });
    }

    @Test
    void recordsOfSeveralOwnersAppearWithTheWriteThatReleasesThem() {
        raise(line("law", "l-1", "a"), line("deal", "d-1", "b"), line("deal", "d-2", "c"));
        assertEquals(3, rows());
    }

    @Test
    void oneThatIsRefusedKeepsAllOthersBack() {
        var problem = assertThrows(
                Problem.class,
                () -> raise(line("law", "l-1", "a"), line("deal", "d-1", "b"), line("law", "l-2", "refused")));
        assertEquals("release.refused", problem.code());
        assertEquals(0, rows());
    }

    @Test
    void aWriteThatFailsAfterItsReleasesLeavesNothing() {
        assertThrows(
                IllegalStateException.class,
                () -> stage.write((handle, journal) -> {
                    releases.release(handle, journal, line("law", "l-1", "a"));
                    releases.release(handle, journal, line("deal", "d-1", "b"));
                    throw new IllegalStateException("the light went out");
                }));
        assertEquals(0, rows());
    }

    @Test
    void tryingTellsWhatWouldBecomeOfEachLineAndStoresNothing() {
        var outcomes = releases.tried(List.of(
                line("law", "l-1", "a"),
                line("law", "l-2", "refused"),
                line("spaceship", "x", "y"),
                new Releases.Line("deal", "{\"id\":\"d-1\",\"colour\":\"red\"}"),
                line("deal", "d-1", "b")));
        assertEquals(5, outcomes.size());
        assertInstanceOf(Outcome.Created.class, outcomes.getFirst());
        assertEquals(
                "entry.refused",
                assertInstanceOf(Outcome.Rejected.class, outcomes.get(1)).code());
        assertEquals(
                "import.unknown-kind",
                assertInstanceOf(Outcome.Rejected.class, outcomes.get(2)).code());
        assertInstanceOf(Outcome.Rejected.class, outcomes.get(3));
        assertInstanceOf(Outcome.Created.class, outcomes.getLast());
        assertEquals(0, rows());
        assertEquals(List.of("law", "deal"), releases.kinds());
    }
}
