package org.pavilion.server.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Builds a plugin jar on the fly: manifest, compiled sources and files, each of which a test may spoil. */
final class TestJar {
    private static final Map<String, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

    private final String id;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> members = new LinkedHashMap<>();
    private String body = "public void start(PluginContext context) {}";

    private TestJar(String id) {
        this.id = id;
        members.put("schema", "1");
        members.put("id", quoted(id));
        members.put("version", quoted("1.0.0"));
        members.put("class", quoted(packageName() + ".Main"));
        members.put("name", "{\"zh\":\"样例\",\"en\":\"Sample\"}");
        members.put("licence", quoted("Apache-2.0"));
        members.put("requires", "{\"pavilion\":\">=0.1.0 & <2.0.0\"}");
    }

    static TestJar of(String id) {
        return new TestJar(id);
    }

    String packageName() {
        return "sample.of" + id.replaceAll("[^a-z0-9]", "");
    }

    TestJar version(String version) {
        return member("version", quoted(version));
    }

    /** Sets a member of plugin.json to a JSON text. */
    TestJar member(String name, String json) {
        members.put(name, json.replace('\'', '"'));
        return this;
    }

    TestJar without(String name) {
        members.remove(name);
        return this;
    }

    /** The members of the plugin's class; all of the API and java.util are imported. */
    TestJar body(String java) {
        this.body = java;
        return this;
    }

    TestJar file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    TestJar file(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    TestJar migration(String name, String sql) {
        return file("db/" + id + "/" + name, sql);
    }

    Path in(Path folder) throws IOException {
        var jar = Files.createTempFile(folder, id.replaceAll("[^a-z0-9]", "") + "-", ".jar");
        try (var out = Files.newOutputStream(jar)) {
            write(out);
        }
        return jar;
    }

    byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        write(out);
        return out.toByteArray();
    }

    private void write(OutputStream out) throws IOException {
        var all = new LinkedHashMap<String, byte[]>();
        all.put(ManifestReader.PATH, manifest().getBytes(StandardCharsets.UTF_8));
        all.putAll(compile());
        all.putAll(files);
        try (var zip = new ZipOutputStream(out)) {
            for (var each : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
    }

    String manifest() {
        var json = new ArrayList<String>();
        members.forEach((name, value) -> json.add(quoted(name) + ":" + value));
        return "{" + String.join(",", json) + "}";
    }

    private Map<String, byte[]> compile() {
        var source = """
                package %s;
                import java.util.*;
                import org.pavilion.api.*;
                public final class Main implements Plugin {
                    %s
                }
                """.formatted(packageName(), body);
        return COMPILED.computeIfAbsent(source, text -> compile(packageName() + ".Main", text));
    }

    static Map<String, byte[]> compile(String className, String source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var classes = new LinkedHashMap<String, byte[]>();
        var messages = new java.io.StringWriter();
        var unit =
                new SimpleJavaFileObject(
                        URI.create("string:///" + className.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        try (var standard = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                var memory = new Memory(standard, classes)) {
            var options = List.of("-cp", System.getProperty("java.class.path"), "-proc:none", "-parameters");
            if (!compiler.getTask(messages, memory, null, options, null, List.of(unit))
                    .call()) {
                throw new IllegalArgumentException("the sample does not compile: " + messages + source);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return classes;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, byte[]> classes;

        Memory(StandardJavaFileManager standard, Map<String, byte[]> classes) {
            super(standard);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            var path = className.replace('.', '/') + kind.extension;
            return new SimpleJavaFileObject(URI.create("memory:///" + path), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(path, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
