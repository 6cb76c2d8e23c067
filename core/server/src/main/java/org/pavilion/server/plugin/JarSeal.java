package org.pavilion.server.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;

/**
 * The signature of a plugin jar: {@code files.json} lists every other file with size and SHA-256, and
 * {@code files.json.sig} is the 64-byte Ed25519 signature of the SHA-256 of its bytes. The only class
 * that knows this format.
 */
public final class JarSeal {
    private static final String LIST = "META-INF/pavilion/files.json";
    private static final String SIGNATURE = LIST + ".sig";

    private JarSeal() {}

    record Listing(int schema, Map<String, JarEntries.Digest> files) {}

    /** Whether the jar carries a signature at all. */
    static boolean present(JarEntries entries) {
        return entries.kept().containsKey(LIST) && entries.kept().containsKey(SIGNATURE);
    }

    /** Refuses unless one of the keys signed exactly these files. */
    static void verify(JarEntries entries, List<PublicKey> keys) {
        var list = entries.kept().get(LIST);
        var signature = entries.kept().get(SIGNATURE);
        if (list == null || signature == null) {
            throw untrusted("the jar is not signed (" + LIST + " and its .sig are missing)");
        }
        if (keys.stream().noneMatch(key -> signed(key, list, signature))) {
            throw untrusted("no key on this server's list signed the jar");
        }
        Map<String, JarEntries.Digest> named;
        try {
            named = new Json().read(list, Listing.class).files();
        } catch (Problem e) {
            throw untrusted("files.json: " + e.detail());
        }
        var actual = new LinkedHashMap<>(entries.digests());
        actual.remove(LIST);
        actual.remove(SIGNATURE);
        if (!actual.equals(named)) {
            throw untrusted("the files in the jar are not those that were signed");
        }
    }

    /** Rewrites the jar with its list of files and the signature by this key. */
    public static void seal(Path jar, PrivateKey key) throws IOException {
        var entries = JarEntries.read(jar);
        var named = new java.util.TreeMap<>(entries.digests());
        named.remove(LIST);
        named.remove(SIGNATURE);
        var list = new Json().bytes(new Listing(1, named));
        var sealed = Files.createTempFile(jar.toAbsolutePath().getParent(), "sealed", ".jar");
        try (var in = new ZipInputStream(Files.newInputStream(jar));
                var out = new ZipOutputStream(Files.newOutputStream(sealed))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                if (!entry.getName().equals(LIST) && !entry.getName().equals(SIGNATURE)) {
                    put(out, entry.getName(), in.readAllBytes());
                }
            }
            put(out, LIST, list);
            put(out, SIGNATURE, sign(key, list));
        }
        Files.move(sealed, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    /** The keys whose signature is trusted: {@code *.pub} files, each one Base64 line of an X.509 Ed25519 key. */
    static List<PublicKey> keys(Path folder) {
        var keys = new ArrayList<PublicKey>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (var files = Files.newDirectoryStream(folder, "*.pub")) {
            for (var file : files) {
                var encoded = Base64.getMimeDecoder().decode(Files.readString(file));
                keys.add(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Problem("plugin.keys", 500, "a file in " + folder.getFileName() + " is not an Ed25519 public key")
                    .causedBy(e);
        }
        return keys;
    }

    /** The line that a {@code .pub} file holds. */
    public static String encode(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    private static byte[] sign(PrivateKey key, byte[] list) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(JarEntries.digest().digest(list));
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    private static boolean signed(PublicKey key, byte[] list, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(JarEntries.digest().digest(list));
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Problem untrusted(String why) {
        return new Problem("plugin.untrusted", 403, why);
    }
}
