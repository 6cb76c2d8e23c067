package org.pavilion.server.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pavilion.api.Problem;
import org.pavilion.server.settings.ServerSettings;

final class JarSealTest {
    @TempDir
    Path data;

    private KeyPair keys;
    private Path jar;

    @BeforeEach
    void prepare() throws Exception {
        keys = newKeys();
        jar = TestJar.of("sample").file("ui/a.js", "a").in(data);
        var listed = Files.createDirectories(data.resolve("secrets/plugin-keys"));
        Files.writeString(listed.resolve("organiser.pub"), JarSeal.encode(keys.getPublic()));
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private String origin(ServerSettings settings) {
        return new Trust(settings, new BundledList(data, java.util.List.of())).origin(PluginJar.inspect(jar));
    }

    private String origin() {
        return origin(ServerSettings.local(data));
    }

    private void refused() {
        var problem = assertThrows(Problem.class, this::origin);
        assertEquals("plugin.untrusted", problem.code());
        assertEquals(403, problem.status());
    }

    @Test
    void trustsAJarSignedByAListedKey() throws IOException {
        JarSeal.seal(jar, keys.getPrivate());
        assertEquals("signed", origin());
    }

    @Test
    void refusesAJarWithoutSignature() {
        refused();
    }

    @Test
    void refusesTheSignatureOfAnotherKey() throws Exception {
        JarSeal.seal(jar, newKeys().getPrivate());
        refused();
    }

    @Test
    void refusesAJarThatWasChangedAfterItWasSigned() throws IOException {
        JarSeal.seal(jar, keys.getPrivate());
        rewrite("ui/a.js", "b");
        refused();
    }

    @Test
    void refusesAFileThatWasAddedAfterItWasSigned() throws IOException {
        JarSeal.seal(jar, keys.getPrivate());
        rewrite("ui/b.js", "b");
        refused();
    }

    @Test
    void devTakesUnsignedJarsOnLoopbackOnly() {
        var local = ServerSettings.local(data).withDev(true);
        assertEquals("dev", origin(local));
        var open = new ServerSettings(
                "0.0.0.0",
                0,
                data,
                local.store(),
                true,
                false,
                local.publicUrl(),
                local.allowedHosts(),
                local.trustedProxies(),
                local.onSiteNetworks(),
                false,
                local.bundledPlugins(),
                local.limits(),
                local.mail(),
                local.oidc());
        assertEquals(
                "plugin.untrusted",
                assertThrows(Problem.class, () -> origin(open)).code());
    }

    @Test
    void trustsABundledJarByItsHash() throws IOException {
        var inspected = PluginJar.inspect(jar);
        var list = new BundledList(
                data, java.util.List.of(new BundledList.Entry("sample", "1.0.0", inspected.sha256(), "sample.jar")));
        assertEquals("bundled", new Trust(ServerSettings.local(data), list).origin(inspected));
    }

    private void rewrite(String path, String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(Files.newInputStream(jar));
                var zip = new ZipOutputStream(out)) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                if (!entry.getName().equals(path)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(in.readAllBytes());
                }
            }
            zip.putNextEntry(new ZipEntry(path));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(jar, out.toByteArray());
    }
}
