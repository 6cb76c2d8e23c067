package org.pavilion.server.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;

/** Which kind a file holds: what its first record says of itself, else what the file is called. */
final class FileKind {
    private FileKind() {}

    static Optional<String> of(String name, byte[] bytes, Set<String> kinds, Json json) throws IOException {
        var said = said(bytes, json).filter(kinds::contains);
        if (said.isPresent()) {
            return said;
        }
        var stem = name.toLowerCase(Locale.ROOT).replaceFirst("\\.jsonl$", "");
        return kinds.contains(stem)
                ? Optional.of(stem)
                : Optional.of(stem.replaceFirst("s$", "")).filter(kinds::contains);
    }

    private static Optional<String> said(byte[] bytes, Json json) throws IOException {
        var first = new LineReader(new ByteArrayInputStream(bytes)).next();
        if (first == null || first.text() == null) {
            return Optional.empty();
        }
        try {
            return json.object(first.text()).get("kind") instanceof String kind ? Optional.of(kind) : Optional.empty();
        } catch (Problem broken) {
            return Optional.empty(); // the import itself reports the broken line
        }
    }
}
