package org.pavilion.server.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What signs checkpoints: an Ed25519 key in {@code secrets/audit-key}, for its owner alone. The public half
 * lies in {@code audit/keys} and goes into backups, so that checkpoints are verified on another machine.
 */
final class SigningKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID = 16;

    private final PrivateKey key;
    private final String id;

    private SigningKey(PrivateKey key, String id) {
        this.key = key;
        this.id = id;
    }

    /** Reads the key, or makes it at the first start. */
    static SigningKey in(Path data) throws IOException {
        var file = data.resolve("secrets").resolve("audit-key");
        Files.createDirectories(file.getParent(), attributes("rwx------"));
        if (!Files.exists(file)) {
            make(file);
        }
        var halves = Files.readAllLines(file, StandardCharsets.US_ASCII);
        try {
            var secret =
                    KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes(halves.get(0))));
            var id = id(halves.get(1));
            var shown = Files.createDirectories(folder(data)).resolve(id + ".pub");
            if (!Files.exists(shown)) {
                Files.writeString(shown, halves.get(1) + "\n");
            }
            return new SigningKey(secret, id);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(file + " is no signing key; move it away and a new one is made", e);
        }
    }

    /** The public keys that checkpoints here may be signed with, by their id. */
    static Map<String, PublicKey> known(Path data) throws IOException {
        var keys = new LinkedHashMap<String, PublicKey>();
        if (!Files.isDirectory(folder(data))) {
            return keys;
        }
        try (var files = Files.newDirectoryStream(folder(data), "*.pub")) {
            for (var file : files) {
                var text = Files.readString(file, StandardCharsets.US_ASCII).strip();
                keys.put(
                        id(text),
                        KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes(text))));
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException("a file in " + folder(data) + " is no public key", e);
        }
        return keys;
    }

    static boolean signed(PublicKey by, String text, String signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(by);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(bytes(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    String id() {
        return id;
    }

    String sign(String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with Ed25519", e);
        }
    }

    private static void make(Path file) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var base64 = Base64.getEncoder();
            var text = base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                    + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
            try (var out = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes("rw-------"))) {
                out.write(StandardCharsets.US_ASCII.encode(text));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("another server makes its key in this directory just now", e);
        }
    }

    private static Path folder(Path data) {
        return data.resolve("audit").resolve("keys");
    }

    private static String id(String publicKey) {
        return Chain.digest(publicKey).substring(0, ID);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64.strip());
    }

    private static FileAttribute<?>[] attributes(String mode) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
