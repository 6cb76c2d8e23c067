package org.pavilion.server.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;

/** Jars of people who err and of people who mean it; no code of theirs runs here. */
final class PluginJarTest {
    @TempDir
    Path folder;

    private static TestJar good() {
        return TestJar.of("sample");
    }

    private Problem refusal(byte[] jar) throws IOException {
        var file = Files.createTempFile(folder, "hostile", ".jar");
        Files.write(file, jar);
        return assertThrows(Problem.class, () -> PluginJar.inspect(file));
    }

    @Test
    void readsAGoodJar() throws IOException {
        var jar = PluginJar.inspect(good().migration("V2__b.sql", "-- b")
                .migration("V1__a.sql", "-- a")
                .file("i18n/messages_zh.properties", "hello=你好 {0}")
                .file("i18n/messages_en.properties", "hello=Hello {0}")
                .file("ui/main.js", "export default {}")
                .file("ui/main.js.br", "packed")
                .file("demo/things.jsonl", "{}")
                .in(folder));
        assertEquals("sample", jar.id());
        assertEquals("V1__a.sql", jar.migrations().getFirst().name());
        assertEquals("你好 Ada", jar.messages().text(Language.ZH, "hello", "Ada"));
        assertEquals(2, jar.assets().find("main.js").orElseThrow().variants().size());
        assertTrue(jar.assets().find("main.js.br").isEmpty());
        assertTrue(jar.assets().version().matches("1\\.0\\.0-[0-9a-f]{8}"));
        assertEquals("things.jsonl", jar.demo().getFirst());
    }

    @Test
    void theAssetVersionChangesWithAnyByteOfTheUi() throws IOException {
        var one = PluginJar.inspect(good().file("ui/a.css", "a{}").in(folder));
        var two = PluginJar.inspect(good().file("ui/a.css", "b{}").in(folder));
        assertTrue(!one.assets().version().equals(two.assets().version()));
    }

    private record Hostile(String what, String code, String says, Making jar) {}

    @FunctionalInterface
    private interface Making {
        byte[] bytes() throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> refusesHostileJars() {
        return Stream.of(
                        jarRefused("text", "not a readable jar", () -> "not a zip".getBytes(StandardCharsets.UTF_8)),
                        jarRefused("an empty file", "not a readable jar", () -> new byte[0]),
                        jarRefused(
                                "a truncated jar",
                                "not a readable jar",
                                () -> java.util.Arrays.copyOf(good().bytes(), 300)),
                        jarRefused("a jar that is no plugin", "no plugin", () -> zip(Map.of("a.txt", "a"))),
                        jarRefused(
                                "traversal",
                                "relative path",
                                () -> good().file("../evil", "x").bytes()),
                        jarRefused(
                                "inner traversal",
                                "relative path",
                                () -> good().file("ui/../../x", "x").bytes()),
                        jarRefused(
                                "an absolute path",
                                "relative path",
                                () -> good().file("/etc/x", "x").bytes()),
                        jarRefused(
                                "a backslash",
                                "character",
                                () -> good().file("ui\\x", "x").bytes()),
                        jarRefused(
                                "a drive letter",
                                "character",
                                () -> good().file("c:x", "x").bytes()),
                        jarRefused(
                                "a control character",
                                "character",
                                () -> good().file("a\u0007b", "x").bytes()),
                        jarRefused(
                                "a trailing dot",
                                "dot or a space",
                                () -> good().file("ui/x.", "x").bytes()),
                        jarRefused(
                                "a device name",
                                "device",
                                () -> good().file("ui/NUL.txt", "x").bytes()),
                        jarRefused(
                                "decomposed Unicode",
                                "normal form",
                                () -> good().file("ui/e\u0301.js", "x").bytes()),
                        jarRefused(
                                "names equal up to case",
                                "twice",
                                () -> good().file("ui/a.js", "x")
                                        .file("ui/A.js", "y")
                                        .bytes()),
                        jarRefused(
                                "one name twice",
                                "",
                                () -> renamed(
                                        good().file("ui/aa.js", "x")
                                                .file("ui/ab.js", "y")
                                                .bytes(),
                                        "ui/ab.js",
                                        "ui/aa.js")),
                        jarRefused(
                                "a table of contents that lies",
                                "table of contents",
                                () -> lastRenamed(good().file("ui/aa.js", "x").bytes(), "ui/aa.js", "ui/zz.js")),
                        jarRefused(
                                "a nested lib",
                                "lib/",
                                () -> good().file("lib/x.txt", "x").bytes()),
                        jarRefused(
                                "a nested jar",
                                "archive",
                                () -> good().file("ui/x.jar", "x").bytes()),
                        jarRefused(
                                "a nested zip in disguise",
                                "archive",
                                () -> good().file("ui/x.json", zip(Map.of("a", "a")))
                                        .bytes()),
                        jarRefused(
                                "native code",
                                "native",
                                () -> good().file("x.so", "x").bytes()),
                        jarRefused(
                                "an ELF file in disguise",
                                "native",
                                () -> good().file("ui/x.bin", new byte[] {0x7f, 'E', 'L', 'F', 0})
                                        .bytes()),
                        jarRefused(
                                "a Class-Path",
                                "Class-Path",
                                () -> good().file(
                                                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nClass-Path: evil.jar\n")
                                        .bytes()),
                        jarRefused(
                                "a multi-release jar",
                                "multi-release",
                                () -> good().file(
                                                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n")
                                        .bytes()),
                        jarRefused(
                                "versioned classes",
                                "multi-release",
                                () -> good().file("META-INF/versions/25/x.txt", "x")
                                        .bytes()),
                        jarRefused(
                                "a class outside the package",
                                "below the plugin's package",
                                () -> good().file("org/pavilion/api/Evil.class", classFile())
                                        .bytes()),
                        jarRefused(
                                "a class under another name",
                                "class file",
                                () -> good().file("ui/x.js", classFile()).bytes()),
                        jarRefused(
                                "a class that is none",
                                "class file",
                                () -> good().file("sample/ofsample/X.class", "no")
                                        .bytes()),
                        jarRefused(
                                "a bomb",
                                "to 1",
                                () -> good().file("ui/zeros.bin", new byte[20 << 20])
                                        .bytes()),
                        jarRefused(
                                "a migration elsewhere",
                                "migrations",
                                () -> good().file("db/other/V1__x.sql", "").bytes()),
                        jarRefused("10,001 entries", "entries", PluginJarTest::many),
                        new Hostile(
                                "messages without a pair",
                                "plugin.messages",
                                "lacks b",
                                () -> good().file("i18n/messages_zh.properties", "a=1\nb=2")
                                        .file("i18n/messages_en.properties", "a=1")
                                        .bytes()),
                        new Hostile(
                                "messages that are not UTF-8",
                                "plugin.messages",
                                "UTF-8",
                                () -> good().file("i18n/messages_zh.properties", new byte[] {'a', '=', (byte) 0xff})
                                        .bytes()))
                .map(each -> DynamicTest.dynamicTest(each.what(), () -> {
                    var problem = refusal(each.jar().bytes());
                    assertEquals(each.code(), problem.code(), problem.detail());
                    assertTrue(problem.detail().contains(each.says()), problem.detail());
                }));
    }

    private static Hostile jarRefused(String what, String says, Making jar) {
        return new Hostile(what, "plugin.jar-refused", says, jar);
    }

    @Test
    void refusesAJarOfMoreThan64MebibytesUnread() throws IOException {
        var file = folder.resolve("large.jar");
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength((64L << 20) + 1);
        }
        var problem = assertThrows(Problem.class, () -> PluginJar.inspect(file));
        assertEquals(413, problem.status());
    }

    private record BadUi(String json, String pointer) {}

    @TestFactory
    Stream<DynamicTest> refusesAUiManifestThatIsNotRight() {
        var link =
                "{'api':1,'elements':[],'contributions':[{'slot':'%s','href':'%s','label':{'zh':'一','en':'%s'},'order':1}]}";
        return Stream.of(
                        new BadUi("{'api':2,'elements':[],'contributions':[]}", "/api"),
                        new BadUi("{'api':1,'elements':[],'contributions':[],'more':1}", "/more"),
                        new BadUi("{'api':1,'elements':['Box'],'contributions':[]}", "/entry"),
                        new BadUi("{'api':1,'entry':'../x.js','elements':[],'contributions':[]}", "/entry"),
                        new BadUi("{'api':1,'entry':'gone.js','elements':[],'contributions':[]}", "/entry"),
                        new BadUi(link.formatted("nav.side", "/x", "One"), "/contributions/0/slot"),
                        new BadUi(link.formatted("nav.main", "https://evil.example", "One"), "/contributions/0/href"),
                        new BadUi(link.formatted("nav.main", "/x", ""), "/contributions/0/label/en"))
                .map(each -> DynamicTest.dynamicTest(each.pointer() + " " + each.json(), () -> {
                    var problem = refusal(good().file("ui/ui.json", each.json().replace('\'', '"'))
                            .bytes());
                    assertEquals("plugin.manifest", problem.code(), problem.detail());
                    assertEquals(each.pointer(), problem.pointer(), problem.detail());
                }));
    }

    @Test
    void refusesAnEntryModuleOfMoreThan150KilobytesPacked() throws IOException {
        var random = new byte[200 << 10];
        new Random(1).nextBytes(random);
        var problem = refusal(good().file("ui/main.js", random)
                .file("ui/ui.json", "{\"api\":1,\"entry\":\"main.js\",\"elements\":[],\"contributions\":[]}")
                .bytes());
        assertEquals("/entry", problem.pointer());
    }

    private static byte[] classFile() {
        return new byte[] {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0};
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] many() throws IOException {
        var jar = good();
        for (int i = 0; i < 10_001; i++) {
            jar.file("ui/" + i, "");
        }
        return jar.bytes();
    }

    /** Replaces the name everywhere: local headers and table of contents. */
    private static byte[] renamed(byte[] jar, String from, String to) {
        var text = new String(jar, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Replaces the name in the table of contents only. */
    private static byte[] lastRenamed(byte[] jar, String from, String to) {
        var text = new String(jar, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf(from);
        return (text.substring(0, at) + to + text.substring(at + from.length())).getBytes(StandardCharsets.ISO_8859_1);
    }
}
