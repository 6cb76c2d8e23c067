package org.pavilion.server.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.pavilion.server.json.Json;

/** A file of an organiser's folder and the kind of its records; for an import through a running server. */
public record ImportFile(Path path, String kind) {

    /** The folder's {@code *.jsonl} files of these kinds, in their order. */
    public static List<ImportFile> inOrder(Path folder, List<String> kinds, Json json) throws IOException {
        var known = new ArrayList<ImportFile>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.toString().endsWith(".jsonl"))
                    .sorted()
                    .toList()) {
                FileKind.of(String.valueOf(file.getFileName()), Files.readAllBytes(file), Set.copyOf(kinds), json)
                        .ifPresent(kind -> known.add(new ImportFile(file, kind)));
            }
        }
        known.sort(Comparator.comparingInt(file -> kinds.indexOf(file.kind())));
        return known;
    }
}
