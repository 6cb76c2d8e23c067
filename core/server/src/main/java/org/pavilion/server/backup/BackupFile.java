package org.pavilion.server.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.KeptScript;
import org.pavilion.server.storage.Refill;
import org.pavilion.server.storage.RowSink;
import org.pavilion.server.storage.TableShape;

/** A backup opened for reading: its manifest is whole, the rest is looked at by {@link #damage}. */
final class BackupFile implements Refill, AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;
    private final Json json = new Json();

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens the file; one that is no backup, cut off, or has a changed manifest is {@code backup.damaged}. */
    static BackupFile open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Problem("backup.missing", 404, file + " is not a file");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw damaged(file + " is no whole backup: its table of contents at the end cannot be read ("
                    + e.getMessage() + ")");
        }
        try {
            return new BackupFile(zip, manifest(zip, file));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** What is not as it was written, one sentence each with the name inside the file; empty when all is whole. */
    List<String> damage(Progress progress) {
        var found = new ArrayList<String>();
        var expected = new HashSet<String>();
        var total = manifest.files().stream().mapToLong(Manifest.Entry::bytes).sum() + 1;
        long done = 0;
        for (var each : manifest.files()) {
            expected.add(each.name());
            damage(each, found);
            done += each.bytes();
            progress.at(done, total);
        }
        zip.stream()
                .map(java.util.zip.ZipEntry::getName)
                .filter(name -> !expected.contains(name) && !name.equals(BackupWriter.MANIFEST))
                .forEach(name -> found.add(name + " does not belong to it"));
        progress.at(total, total);
        return found;
    }

    @Override
    public List<KeptScript> scripts() {
        try (var lines = lines(BackupWriter.SCHEMA)) {
            return lines.lines().map(line -> json.read(line, KeptScript.class)).toList();
        } catch (IOException e) {
            throw damaged(BackupWriter.SCHEMA + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public List<TableShape> tables() {
        return manifest.tables().stream().map(Manifest.Table::shape).toList();
    }

    @Override
    public void rows(TableShape table, RowSink sink) throws IOException {
        try (var lines = lines(BackupWriter.tableFile(table.name()))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                sink.row(Arrays.asList(json.view(line, Object[].class)));
            }
        }
    }

    InputStream open(Manifest.Entry each) throws IOException {
        var entry = zip.getEntry(each.name());
        if (entry == null) {
            throw damaged(each.name() + " is missing");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void damage(Manifest.Entry each, List<String> found) {
        if (zip.getEntry(each.name()) == null) {
            found.add(each.name() + " is missing");
            return;
        }
        try (var in = open(each)) {
            if (!Digests.of(in).equals(each.sha256())) {
                found.add(each.name() + " is not as it was written");
            }
        } catch (IOException e) {
            found.add(each.name() + " cannot be read: " + e.getMessage());
        }
    }

    private BufferedReader lines(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name + " is missing");
        }
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8));
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        var comment = zip.getComment();
        var entry = zip.getEntry(BackupWriter.MANIFEST);
        if (comment == null || !comment.startsWith(BackupWriter.COMMENT) || entry == null) {
            throw damaged(file + " is no backup of Pavilion, or its end was changed");
        }
        byte[] bytes;
        try (var in = zip.getInputStream(entry)) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw damaged(BackupWriter.MANIFEST + " cannot be read: " + e.getMessage());
        }
        if (!Digests.of(bytes).equals(comment.substring(BackupWriter.COMMENT.length()))) {
            throw damaged(BackupWriter.MANIFEST + " is not as it was written");
        }
        var manifest = new Json().read(bytes, Manifest.class);
        if (manifest.format() != Manifest.FORMAT) {
            throw new Problem(
                    "backup.format", 422, file + " was written by another version, in format " + manifest.format());
        }
        return manifest;
    }

    static Problem damaged(String what) {
        return new Problem("backup.damaged", 422, what);
    }
}
