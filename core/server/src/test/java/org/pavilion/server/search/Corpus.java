package org.pavilion.server.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pavilion.api.Ref;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;
import org.pavilion.server.json.Json;

/** The demo dataset's names and summaries as search documents. */
final class Corpus {
    record Line(
            String type,
            String id,
            String zh,
            String en,
            String summaryZh,
            String summaryEn,
            List<String> tags,
            List<String> orgs,
            List<String> editions) {
        SearchDocument document() {
            var title = new Text(zh, en);
            var body = summaryZh.isBlank() && summaryEn.isBlank() ? title : new Text(summaryZh, summaryEn);
            return new SearchDocument(
                    new Ref(type, id),
                    title,
                    body,
                    Set.copyOf(tags),
                    Map.of("org", orgs, "edition", editions),
                    URI.create("/" + type + "/" + id),
                    Visibility.PUBLIC,
                    Instant.EPOCH,
                    List.of());
        }
    }

    /** One judged query; an empty list of ids means that nothing may be found. */
    record Judged(String kind, String query, Set<String> ids) {}

    private Corpus() {}

    static List<SearchDocument> documents() {
        var json = new Json();
        return lines("/search/corpus.jsonl").stream()
                .map(line -> json.read(line, Line.class).document())
                .toList();
    }

    static List<Judged> judged() {
        return lines("/search/judged.tsv").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new Judged(
                        cells[0],
                        cells[1],
                        cells.length < 3 || cells[2].isBlank()
                                ? Set.of()
                                : Set.of(cells[2].strip().split(" +", -1))))
                .toList();
    }

    private static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(Corpus.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
