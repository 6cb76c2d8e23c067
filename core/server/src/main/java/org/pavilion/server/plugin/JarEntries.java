package org.pavilion.server.plugin;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.pavilion.api.Problem;

/**
 * All entries of an uploaded jar, read once without extracting: sizes are counted, never believed,
 * and the central directory must tell the same story as the local headers.
 *
 * @param digests every file's size and SHA-256 by path
 * @param kept bytes of the files the host itself reads: manifest, migrations, messages, ui, demo
 */
record JarEntries(Map<String, Digest> digests, Map<String, byte[]> kept) {
    static final long MAX_JAR = 64L << 20;
    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_TOTAL = 200L << 20;
    private static final int MAX_ENTRY = 50 << 20;
    private static final int MAX_RATIO = 100;
    private static final int RATIO_FROM = 1 << 20;
    private static final int CLASS_MAGIC = 0xCAFEBABE;
    private static final List<String> KEPT =
            List.of("META-INF/pavilion/", "META-INF/MANIFEST.MF", "db/", "i18n/", "ui/");

    record Digest(long size, String sha256) {}

    static JarEntries read(Path jar) {
        try {
            if (Files.size(jar) > MAX_JAR) {
                throw new Problem("plugin.too-large", 413, "a plugin jar has at most 64 MiB");
            }
            return reading(jar);
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem("plugin.jar-refused", 422, "this is not a readable jar").causedBy(e);
        }
    }

    private static JarEntries reading(Path jar) throws IOException {
        var central = central(jar);
        var digests = new TreeMap<String, Digest>();
        var kept = new TreeMap<String, byte[]>();
        var folded = new HashSet<String>();
        long total = 0;
        int count = 0;
        try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar), 1 << 16))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                var name = entry.getName();
                EntryName.check(name);
                if (!folded.add(name.toLowerCase(Locale.ROOT))) {
                    throw EntryName.refused(name, "appears twice, or twice up to case");
                }
                if (++count > MAX_ENTRIES) {
                    throw new Problem("plugin.jar-refused", 422, "more than " + MAX_ENTRIES + " entries");
                }
                var listed = central.get(name);
                if (listed == null) {
                    throw EntryName.refused(name, "is not in the jar's table of contents");
                }
                var bytes = bytes(zip, name, listed.getCompressedSize());
                total += bytes.length;
                if (total > MAX_TOTAL) {
                    throw new Problem("plugin.jar-refused", 422, "unpacks to more than 200 MiB");
                }
                if (bytes.length != listed.getSize() || entry.getCrc() != listed.getCrc()) {
                    throw EntryName.refused(name, "differs from the jar's table of contents");
                }
                if (!entry.isDirectory()) {
                    checkContent(name, bytes);
                    digests.put(name, new Digest(bytes.length, sha256(bytes)));
                    if (KEPT.stream().anyMatch(name::startsWith)) {
                        kept.put(name, bytes);
                    }
                }
            }
        }
        if (count != central.size()) {
            throw new Problem("plugin.jar-refused", 422, "the jar's table of contents does not match its entries");
        }
        return new JarEntries(Map.copyOf(digests), Map.copyOf(kept));
    }

    private static Map<String, ZipEntry> central(Path jar) throws IOException {
        var byName = new HashMap<String, ZipEntry>();
        try (var zip = new ZipFile(jar.toFile())) {
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (byName.put(entry.getName(), entry) != null) {
                    throw EntryName.refused(entry.getName(), "appears twice");
                }
                if (byName.size() > MAX_ENTRIES) {
                    throw new Problem("plugin.jar-refused", 422, "more than " + MAX_ENTRIES + " entries");
                }
            }
        }
        return byName;
    }

    private static byte[] bytes(InputStream in, String name, long compressed) throws IOException {
        var out = new ByteArrayOutputStream();
        var buffer = new byte[1 << 14];
        for (int n; (n = in.read(buffer)) >= 0; ) {
            out.write(buffer, 0, n);
            if (out.size() > MAX_ENTRY) {
                throw EntryName.refused(name, "unpacks to more than 50 MiB");
            }
            if (out.size() > RATIO_FROM && out.size() > MAX_RATIO * Math.max(1, compressed)) {
                throw EntryName.refused(name, "is packed more than " + MAX_RATIO + " to 1");
            }
        }
        return out.toByteArray();
    }

    private static void checkContent(String name, byte[] bytes) {
        int magic = bytes.length < 4
                ? 0
                : (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        boolean named = name.endsWith(".class");
        if (named != (magic == CLASS_MAGIC)) {
            throw EntryName.refused(name, named ? "is no class file" : "is a class file under another name");
        }
        if (magic == 0x7f454c46 || (magic >>> 16) == 0x4d5a || magic == 0xfeedface || magic == 0xfeedfacf) {
            throw EntryName.refused(name, "native code is not allowed");
        }
        if (magic == 0x504b0304) {
            throw EntryName.refused(name, "an archive inside the jar is not allowed");
        }
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    static String sha256(Path file) throws IOException {
        var digest = digest();
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int n; (n = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
