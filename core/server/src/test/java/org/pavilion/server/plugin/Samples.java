package org.pavilion.server.plugin;

/** Plugins that tests install: a guestbook that uses most of the house, and shorthands. */
final class Samples {
    private static final String GUESTBOOK = """
            public record Signed(Ref subject) implements DomainEvent {}
            public record Seen(String nothing) {}
            public record Said(String version, int entries) {}
            private static final Permission SIGN = Permission.PUBLIC;

            public void start(PluginContext c) {
                c.events().publishes("guestbook.signed.v1", Signed.class);
                c.search().provide("entry", new SearchSource() {
                    public java.util.stream.Stream<String> ids(org.jdbi.v3.core.Handle h) {
                        return h.createQuery("select id from guestbook_entry").mapTo(String.class).list().stream();
                    }
                    public Optional<SearchDocument> document(org.jdbi.v3.core.Handle h, String id) {
                        return Optional.empty();
                    }
                });
                c.tasks().on("tidy", argument -> {});
                c.pages().at("/guests", Permission.PUBLIC, r -> Response.page(new Html("Guests", "", "VERSION")));
                c.pages().part("home.main", 10, r -> Response.page(new Html("", "", "part")));
                c.routes().add(Route.post("/entries").needs(SIGN).answers(200, String.class).handle(r ->
                    Response.json(c.storage().write((h, journal) -> {
                        var id = journal.newId();
                        h.execute("insert into guestbook_entry(id, text) values (?, ?)", id, "hello");
                        journal.append(new Signed(new Ref("entry", id)));
                        return id;
                    }))));
                c.routes().add(Route.get("/entries").needs(SIGN).answers(200, Said.class).handle(r ->
                    Response.json(c.storage().read(h -> new Said("VERSION",
                        h.createQuery("select count(*) from guestbook_entry").mapTo(int.class).one())).toString())));
                c.routes().add(Route.get("/loader").needs(SIGN).answers(200, String.class).handle(r ->
                    Response.json(String.valueOf(Thread.currentThread().getContextClassLoader() == Main.class.getClassLoader()))));
            }
            """;

    private Samples() {}

    static TestJar guestbook(String version) {
        return TestJar.of("guestbook")
                .version(version)
                .member("pages", "['/guests']")
                .member("events", "{'publishes':['guestbook.signed.v1']}")
                .member("search", "[{'type':'entry','title':{'zh':'留言','en':'Entry'},'facets':[]}]")
                .member("tasks", "['tidy']")
                .migration("V1__entry.sql", "create table guestbook_entry(id text primary key, text text not null);")
                .file("ui/main.js", "export default '" + version + "'")
                .body(GUESTBOOK.replace("VERSION", version));
    }

    /** A plugin whose start is these statements, with {@code context} in reach. */
    static TestJar starting(String id, String statements) {
        return TestJar.of(id).body("public void start(PluginContext context) throws Exception { " + statements + " }");
    }

    /** A plugin with one public GET route {@code /it} that is this expression or block of a lambda {@code r ->}. */
    static TestJar answering(String id, String lambda) {
        return starting(
                id,
                "context.routes().add(Route.get(\"/it\").needs(Permission.PUBLIC).answers(200, String.class).handle(r -> "
                        + lambda + "));");
    }
}
