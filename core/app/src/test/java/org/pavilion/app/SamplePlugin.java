package org.pavilion.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** A guestbook as an organiser's developer would write it, built as a jar with any version. */
final class SamplePlugin {
    private static final String SOURCE = """
            package org.example.guestbook;

            import org.pavilion.api.*;

            public final class Guestbook implements Plugin {
                public record Signed(Ref subject) implements DomainEvent {}
                public record Entry(String text) {}
                public record Receipt(String id, String event) {}

                public void start(PluginContext context) {
                    context.events().publishes("guestbook.signed.v1", Signed.class);
                    context.routes()
                        .add(Route.post("/entries").needs(new Permission("guestbook:sign"))
                            .takes(Entry.class).answers(200, Receipt.class)
                            .handle(request -> {
                                var entry = request.body(Entry.class);
                                return Response.json(context.storage().<Receipt, RuntimeException>write((handle, journal) -> {
                                    var id = journal.newId();
                                    handle.execute("insert into guestbook_entry(id, text, at) values (?, ?, ?)",
                                        id, entry.text(), journal.now().toEpochMilli());
                                    return new Receipt(id, journal.append(new Signed(new Ref("entry", id))));
                                }));
                            }))
                        .add(Route.get("/fails").needs(Permission.PUBLIC).answers(200, Entry.class)
                            .handle(request -> { throw new IllegalStateException("on purpose"); }));
                    context.pages().at("/guestbook", Permission.PUBLIC,
                        request -> Response.page(new Html("Guestbook VERSION", "", "<h1>Guestbook VERSION</h1>")));
                    START
                }
            }
            """;

    private SamplePlugin() {}

    /** A plugin that works. */
    static byte[] jar(String version) {
        return jar(
                version,
                "",
                "create table guestbook_entry (id text primary key, text text not null, at bigint not null);");
    }

    /** One whose {@code start} ends with the statement, and whose migration is the text. */
    static byte[] jar(String version, String start, String migration) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("META-INF/pavilion/plugin.json", utf8("""
                { "schema": 1, "id": "guestbook", "version": "VERSION", "class": "org.example.guestbook.Guestbook",
                  "name": {"zh": "留言簿", "en": "Guestbook"}, "licence": "Apache-2.0",
                  "requires": {"pavilion": ">=0.1.0 & <1.0.0"}, "pages": ["/guestbook"],
                  "permissions": [{"name": "guestbook:sign", "title": {"zh": "留言", "en": "Sign"}, "grants": ["organiser"]}],
                  "events": {"publishes": ["guestbook.signed.v1"], "listens": []} }
                """.replace("VERSION", version)));
        files.put("ui/ui.json", utf8("""
                { "api": 1, "elements": [], "contributions": [
                  { "slot": "nav.main", "href": "/guestbook", "label": {"zh": "留言簿", "en": "Guestbook"}, "order": 5 } ] }
                """));
        files.put("db/guestbook/V1__entry.sql", utf8(migration));
        files.putAll(compiled(SOURCE.replace("VERSION", version).replace("START", start)));
        return pack(files);
    }

    private static Map<String, byte[]> compiled(String source) {
        try {
            var folder = Files.createTempDirectory("guestbook");
            var file = Files.writeString(folder.resolve("Guestbook.java"), source);
            var out = new ByteArrayOutputStream();
            int failed = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            out,
                            out,
                            "-proc:none",
                            "-d",
                            folder.toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            file.toString());
            if (failed != 0) {
                throw new IllegalStateException(out.toString(StandardCharsets.UTF_8));
            }
            var classes = new LinkedHashMap<String, byte[]>();
            try (var walk = Files.walk(folder)) {
                for (Path path :
                        (Iterable<Path>) walk.filter(each -> each.toString().endsWith(".class"))::iterator) {
                    classes.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
                }
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pack(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Jars and other things that are no plugin of ours, each with the words its refusal must contain. */
    static List<byte[]> rubbish() {
        return List.of(
                utf8("not a jar at all"),
                pack(Map.of("hello.txt", utf8("no manifest"))),
                pack(Map.of("META-INF/pavilion/plugin.json", utf8("{\"schema\": 1, "))),
                pack(Map.of("META-INF/pavilion/plugin.json", utf8("{\"schema\": 1, \"id\": \"../../evil\"}"))),
                pack(Map.of("../../evil.class", utf8("x"))));
    }
}
