package org.pavilion.server.http;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;
import org.pavilion.api.Problem;

/** A {@code multipart/form-data} body: fields in memory, larger files in a temporary folder until closed. */
final class Multipart implements AutoCloseable {
    private static final int IN_MEMORY = 64 * 1024;
    private static final int MOST_PARTS = 100;

    private final MultiPartFormData.Parts parts;

    private Multipart(MultiPartFormData.Parts parts) {
        this.parts = parts;
    }

    static Multipart read(InputStream body, String contentType) {
        var boundary = MultiPart.extractBoundary(contentType);
        if (boundary == null || boundary.isEmpty()) {
            throw new Problem("request.malformed", 400, "the multipart body names no boundary");
        }
        var parser = new MultiPartFormData.Parser(boundary);
        parser.setFilesDirectory(Path.of(System.getProperty("java.io.tmpdir")));
        parser.setMaxMemoryFileSize(IN_MEMORY);
        parser.setMaxParts(MOST_PARTS);
        parser.setMaxLength(-1);
        parser.setMaxFileSize(-1);
        try {
            var parts = new CompletableFuture<MultiPartFormData.Parts>();
            parser.parse(Content.Source.from(body), Promise.Invocable.toPromise(parts));
            return new Multipart(parts.join());
        } catch (CompletionException e) {
            throw Causes.find(e, Problem.class)
                    .orElseGet(() -> new Problem("request.malformed", 400, "not a valid multipart body"));
        }
    }

    /** The parts that are no files, by name. */
    Map<String, List<String>> fields() {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var part : parts) {
            if (part.getFileName() == null && part.getName() != null) {
                fields.computeIfAbsent(part.getName(), n -> new ArrayList<>())
                        .add(part.getContentAsString(StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    /** The first file. */
    Optional<InputStream> file() {
        for (var part : parts) {
            if (part.getFileName() != null) {
                return Optional.of(Content.Source.asInputStream(part.createContentSource()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        parts.close();
    }
}
