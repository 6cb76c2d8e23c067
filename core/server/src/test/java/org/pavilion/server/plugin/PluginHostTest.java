package org.pavilion.server.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Method;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

@BothStores
final class PluginHostTest {
    private House house;
    private Store store;

    @BeforeEach
    void open(Store given) throws IOException {
        store = given;
        house = new House(given);
    }

    @AfterEach
    void close() {
        house.close();
        assertEquals(List.of(), house.host.leaks(), "every unloaded plugin is collected");
    }

    private String refusal(TestJar jar) {
        return assertThrows(Problem.class, () -> house.install(jar)).code();
    }

    private List<String> tables(String prefix) {
        return store.mount("core").read(h -> {
            var found = new java.util.ArrayList<String>();
            try (var tables = h.getConnection().getMetaData().getTables(null, null, prefix + "%", null)) {
                while (tables.next()) {
                    found.add(tables.getString("TABLE_NAME"));
                }
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
            return found;
        });
    }

    private void sign() {
        house.call(Method.POST, "guestbook", "/entries");
    }

    @Test
    void installsServesStopsStartsAndRemoves() throws IOException {
        var changes = new AtomicInteger();
        house.host.onChange(changes::incrementAndGet);
        assertEquals(Phase.RUNNING, house.install(Samples.guestbook("1.0.0")).phase());
        assertEquals("Said[version=1.0.0, entries=0]", house.get("guestbook", "/entries"));
        assertEquals("true", house.get("guestbook", "/loader"));
        sign();
        assertTrue(house.host.page("guests").isPresent());
        assertEquals(1, house.host.parts("home.main").size());

        assertEquals(Phase.STOPPED, house.host.stop("guestbook").phase());
        assertTrue(house.host.mount("guestbook").isEmpty());
        assertTrue(house.host.page("guests").isEmpty());
        assertTrue(house.host.parts("home.main").isEmpty());
        assertEquals(404, house.host.absent("guestbook").status());

        assertEquals(Phase.RUNNING, house.host.start("guestbook").phase());
        assertEquals("Said[version=1.0.0, entries=1]", house.get("guestbook", "/entries"));

        house.host.uninstall("guestbook");
        assertTrue(house.host.states().isEmpty());
        assertFalse(tables("guestbook_").isEmpty(), "its data stays");
        house.install(Samples.guestbook("1.0.0"));
        assertEquals("Said[version=1.0.0, entries=1]", house.get("guestbook", "/entries"));

        house.host.purge("guestbook");
        assertTrue(tables("guestbook_").isEmpty());
        assertEquals(6, changes.get());
    }

    @Test
    void updatesAndRollsBackWhileItsDataStays() throws IOException {
        house.install(Samples.guestbook("1.0.0"));
        sign();
        var oldAssets = house.host.mount("guestbook").orElseThrow().assetVersion();
        var next = Samples.guestbook("2.0.0")
                .migration("V2__more.sql", "create table guestbook_more(id text primary key);");
        var state = house.install(next);
        assertEquals("2.0.0", state.version());
        assertEquals("1.0.0", state.rollback().orElseThrow());
        assertEquals("Said[version=2.0.0, entries=1]", house.get("guestbook", "/entries"));
        assertTrue(house.host.asset("guestbook", oldAssets, "main.js").isPresent(), "open pages may still ask for it");
        assertEquals("plugin.older", refusal(Samples.guestbook("1.5.0")));

        assertEquals("1.0.0", house.host.rollback("guestbook").version());
        assertEquals("Said[version=1.0.0, entries=1]", house.get("guestbook", "/entries"));
        restart();
        assertEquals("Said[version=1.0.0, entries=1]", house.get("guestbook", "/entries"));
    }

    private void restart() throws IOException {
        house.close();
        assertEquals(List.of(), house.host.leaks());
        store.restart();
        house = new House(store);
        house.host.startBundled();
    }

    @Test
    void aFailedMigrationOfAnUpdateLeavesTheOldVersionServing() throws IOException {
        house.install(Samples.guestbook("1.0.0"));
        sign();
        var broken = Samples.guestbook("2.0.0")
                .migration("V2__more.sql", "create table guestbook_more(id text primary key); create table nonsense(;");
        var problem = assertThrows(Problem.class, () -> house.install(broken));
        assertEquals("plugin.update-failed", problem.code());
        assertEquals("Said[version=1.0.0, entries=1]", house.get("guestbook", "/entries"));
        assertTrue(tables("guestbook_more").isEmpty(), "nothing of the migration is left");
        assertTrue(house.state("guestbook").reason().contains("2.0.0"));
        restart();
        assertEquals("Said[version=1.0.0, entries=1]", house.get("guestbook", "/entries"));
    }

    @Test
    void aFailedStartOfAnUpdateLeavesTheOldVersionServing() throws IOException {
        house.install(Samples.guestbook("1.0.0"));
        var broken = Samples.guestbook("2.0.0")
                .migration("V2__more.sql", "create table guestbook_more(id text primary key);")
                .body("public void start(PluginContext c) { throw new IllegalStateException(\"no\"); }");
        assertEquals("plugin.update-failed", refusal(broken));
        assertEquals("Said[version=1.0.0, entries=0]", house.get("guestbook", "/entries"));
        restart();
        assertEquals("Said[version=1.0.0, entries=0]", house.get("guestbook", "/entries"));
    }

    @Test
    void onePluginsFailureNeverStopsAnother() throws IOException {
        house.install(Samples.guestbook("1.0.0"));
        assertEquals("plugin.start-failed", refusal(Samples.starting("throws", "throw new Exception(\"ill\");")));
        assertEquals("plugin.start-failed", refusal(Samples.starting("errs", "throw new AssertionError(\"ill\");")));
        assertEquals(
                "plugin.start-failed",
                refusal(TestJar.of("overflows").body("public void start(PluginContext c) { start(c); }")));
        assertEquals(
                "plugin.deadline",
                refusal(Samples.starting("waits", "new java.util.concurrent.CountDownLatch(1).await();")));
        assertEquals(
                "plugin.migration-failed", refusal(TestJar.of("migrates").migration("V1__x.sql", "create tabel x(;")));
        assertEquals(
                "plugin.migration-failed",
                refusal(TestJar.of("strays").migration("V1__x.sql", "create table other_x(id text);")));
        assertEquals("plugin.class", refusal(TestJar.of("abstracts").body("""
                public Main(int n) {}
                public void start(PluginContext c) {}""")));
        for (var id : List.of("throws", "errs", "overflows", "waits", "migrates", "strays", "abstracts")) {
            assertEquals(Phase.FAILED, house.state(id).phase(), id);
            assertFalse(house.state(id).reason().isBlank(), id);
            assertTrue(house.host.mount(id).isEmpty(), id);
            assertTrue(tables(id + "_").isEmpty(), id);
        }
        var text = Files.writeString(house.jars.resolve("text.jar"), "no jar");
        assertThrows(Problem.class, () -> house.host.install(text));
        assertEquals("plugin.jar-refused", house.host.refusals().getFirst().code());
        assertEquals("Said[version=1.0.0, entries=0]", house.get("guestbook", "/entries"));
        restart();
        assertEquals("Said[version=1.0.0, entries=0]", house.get("guestbook", "/entries"));
        assertEquals(Phase.FAILED, house.state("throws").phase());
    }

    @Test
    void aMissingMemberMakesAPluginIncompatible() {
        assertEquals(
                "plugin.incompatible",
                refusal(Samples.starting("links", "throw new NoSuchMethodError(\"Route.gone()\");")));
        assertEquals(Phase.INCOMPATIBLE, house.state("links").phase());
        assertTrue(house.state("links").reason().contains("Route.gone()"));
    }

    @Test
    void refusesWhatTheManifestDoesNotDeclare() {
        var uses = List.of(
                "context.routes().add(Route.get(\"/x\").needs(new Permission(\"one:x\")).answers(200, String.class).handle(r -> null));",
                "context.pages().at(\"/market\", Permission.PUBLIC, r -> null);",
                "context.tasks().on(\"x\", a -> {});",
                "context.tasks().every(\"x\", java.time.Duration.ofDays(1));",
                "context.events().on(\"other.x.v1\", Seen.class, e -> {});",
                "context.imports().accept(\"x\", Seen.class, (h, j, l) -> Outcome.same());",
                "context.search().provide(\"x\", null);",
                "context.search().touch(\"other.x.v1\", e -> Set.of());");
        for (var use : uses) {
            var jar = TestJar.of("one")
                    .body("public record Seen(String x) {} public void start(PluginContext context) { " + use + " }");
            assertEquals("plugin.undeclared", refusal(jar), use);
        }
    }

    @Test
    void aPluginSeesTheApiAndNothingOfTheHost() throws IOException {
        var look = "Class.forName(\"%s\");";
        for (var name : List.of(
                "org.pavilion.server.plugin.PluginHost",
                "org.pavilion.server.json.Json",
                "org.pf4j.PluginManager",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "org.slf4j.Logger",
                "sample.ofguestbook.Main")) {
            house.install(Samples.guestbook("1.0.0"));
            assertEquals("plugin.start-failed", refusal(Samples.starting("peeks", look.formatted(name))), name);
            assertTrue(house.state("peeks").reason().contains("ClassNotFoundException"), name);
        }
        house.install(Samples.starting("looks", look.formatted("org.jdbi.v3.core.Jdbi")));
    }

    @Test
    void dependenciesOrderStartAndStop() throws IOException {
        var needy =
                TestJar.of("needy").member("requires", "{'pavilion':'>=0.1.0','plugins':{'base':'>=1.0.0 & <2.0.0'}}");
        assertEquals("plugin.dependency", refusal(needy));
        house.install(TestJar.of("base"));
        house.install(needy);
        assertEquals("plugin.dependents", refusal(TestJar.of("base").version("2.0.0")));
        house.install(TestJar.of("base").version("1.1.0"));
        assertEquals(Phase.RUNNING, house.state("needy").phase());
        house.host.stop("base");
        assertEquals("waits for plugin base", house.state("needy").reason());
        house.host.start("base");
        assertEquals(Phase.RUNNING, house.state("needy").phase());
        restart();
        assertEquals(Phase.RUNNING, house.state("needy").phase());
    }

    @Test
    void refusesWhatBelongsToAnotherPluginOrNeedsAnotherHouse() throws IOException {
        house.install(Samples.guestbook("1.0.0"));
        assertEquals("plugin.clash", refusal(TestJar.of("other").member("pages", "['/guests']")));
        assertEquals("plugin.clash", refusal(TestJar.of("other").member("prefix", "'guestbook'")));
        assertEquals("plugin.host-version", refusal(TestJar.of("other").member("requires", "{'pavilion':'>=9.0.0'}")));
        assertEquals(
                List.of("guestbook"),
                house.host.states().stream().map(PluginState::id).toList());
    }

    @Test
    void callsInFlightEndBeforeThePluginStops() throws Exception {
        house.install(Samples.answering("slow", """
                {
                    System.setProperty("sample.slow", "inside");
                    synchronized (Main.class) { while (System.getProperty("sample.slow.go") == null) { Main.class.wait(10); } }
                    return Response.json("done");
                }"""));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var call = threads.submit(() -> house.get("slow", "/it"));
            while (System.getProperty("sample.slow") == null) {
                Thread.onSpinWait();
            }
            var stopping = new CountDownLatch(1);
            var stop = threads.submit(() -> {
                stopping.countDown();
                return house.host.stop("slow");
            });
            stopping.await();
            while (house.host.mount("slow").isPresent()) {
                Thread.onSpinWait();
            }
            System.setProperty("sample.slow.go", "now");
            assertEquals("done", call.get());
            assertEquals(Phase.STOPPED, stop.get().phase());
        } finally {
            System.clearProperty("sample.slow");
            System.clearProperty("sample.slow.go");
        }
    }

    @Test
    void restsAPluginThatFailsAgainAndAgain() throws IOException {
        house.install(Samples.answering("ill", "{ throw new StackOverflowError(\"ill\"); }"));
        for (int i = 0; i < 5; i++) {
            assertEquals(
                    "plugin.fault",
                    assertThrows(Problem.class, () -> house.get("ill", "/it")).code());
        }
        assertEquals(
                "plugin.degraded",
                assertThrows(Problem.class, () -> house.get("ill", "/it")).code());
        assertEquals(Phase.DEGRADED, house.state("ill").phase());
        house.nanos.addAndGet(31_000_000_000L);
        assertEquals(
                "plugin.fault",
                assertThrows(Problem.class, () -> house.get("ill", "/it")).code());
    }

    @Test
    void nothingWorksAfterTheStopAndResourcesCloseInReverse() throws IOException {
        house.install(TestJar.of("keeps").body("""
                public void start(PluginContext c) {
                    c.closeOnStop(() -> note("first", c));
                    c.closeOnStop(() -> note("second", c));
                }
                private static void note(String what, PluginContext c) {
                    System.setProperty("sample.keeps", System.getProperty("sample.keeps", "") + what + " ");
                }
                public void stop() { System.setProperty("sample.keeps", System.getProperty("sample.keeps") + "stop"); }
                """));
        house.host.stop("keeps");
        assertEquals("second first stop", System.clearProperty("sample.keeps"));
    }

    @Test
    void settingsAreCheckedStoredAndTold() throws IOException {
        house.install(TestJar.of("sets")
                .member(
                        "settings",
                        "{'type':'object','properties':{'seats':{'type':'integer','minimum':1,'default':3},'key':{'type':'string','x-secret':true}}}")
                .body("""
                        public record Set1(int seats, Optional<String> key) {}
                        public void start(PluginContext c) {
                            c.routes().add(Route.get("/it").needs(Permission.PUBLIC).answers(200, String.class).handle(r ->
                                Response.json(c.settings().read(Set1.class).toString())));
                        }"""));
        assertEquals("Set1[seats=3, key=Optional.empty]", house.get("sets", "/it"));
        house.host.configure("sets", java.util.Map.of("seats", 5, "key", "s3cret"), 0);
        assertEquals("Set1[seats=5, key=Optional[s3cret]]", house.get("sets", "/it"));
        assertFalse(new Json().text(house.host.settings("sets")).contains("s3cret"));
        house.host.configure("sets", java.util.Map.of("seats", 6, "key", "***"), 1);
        assertEquals("Set1[seats=6, key=Optional[s3cret]]", house.get("sets", "/it"));
        assertEquals(
                412,
                assertThrows(Problem.class, () -> house.host.configure("sets", java.util.Map.of(), 1))
                        .status());
        assertEquals(
                "/seats",
                assertThrows(Problem.class, () -> house.host.configure("sets", java.util.Map.of("seats", 0), 2))
                        .pointer());
    }

    @Test
    void bundledPluginsAreTrustedByHashAndStayRemovedWhenRemoved() throws IOException {
        var folder = Files.createDirectories(house.jars.resolve("bundled"));
        var file = Samples.guestbook("1.0.0").in(folder);
        var spoiled = TestJar.of("spoiled").in(folder);
        Files.writeString(folder.resolve("bundled.json"), """
                [{"id":"guestbook","version":"1.0.0","sha256":"%s","file":"%s"},
                 {"id":"spoiled","version":"1.0.0","sha256":"00","file":"%s"}]
                """.formatted(
                        JarEntries.sha256(file), file.getFileName(), spoiled.getFileName()));
        var settings = store.settings().withBundledPlugins(folder);
        house.close();
        store.restart();
        house = new House(store, settings);
        house.host.startBundled();
        assertEquals("bundled", house.state("guestbook").origin());
        assertEquals(Phase.RUNNING, house.state("guestbook").phase());
        assertEquals(Phase.FAILED, house.state("spoiled").phase());
        house.host.uninstall("guestbook");
        house.close();
        store.restart();
        house = new House(store, settings);
        house.host.startBundled();
        assertTrue(house.host.mount("guestbook").isEmpty());
        assertEquals("plugin.untrusted", refusal(TestJar.of("upload")), "without --dev an upload needs a signature");
    }
}
