package org.pavilion.server.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.Language;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.server.directory.Lines.BoardLine;
import org.pavilion.server.directory.Lines.EditionLine;
import org.pavilion.server.directory.Lines.FieldLine;
import org.pavilion.server.directory.Lines.OrganisationLine;
import org.pavilion.server.directory.Lines.PersonLine;
import org.pavilion.server.json.Json;

/** The texts of the directory that exist in one language alone, and their other half once somebody writes it. */
final class Translations {
    private static final List<String> TEXTS = List.of("name", "summary", "theme", "role");

    private final Json json;
    private final Map<String, Kind<?>> kinds = new LinkedHashMap<>();

    Translations(Json json, Registers registers, Editions editions, Organisations organisations, People people) {
        this.json = json;
        kinds.put("edition", new Kind<>("directory_edition", EditionLine.class, editions::put));
        kinds.put("board", new Kind<>("directory_board", BoardLine.class, registers::put));
        kinds.put("field", new Kind<>("directory_field", FieldLine.class, registers::put));
        kinds.put("organisation", new Kind<>("directory_organisation", OrganisationLine.class, organisations::put));
        kinds.put("person", new Kind<>("directory_person", PersonLine.class, people::put));
    }

    /** One kind of record, and the way by which every record of it is stored. */
    private record Kind<T>(String table, Class<T> line, Put<T> put) {
        Outcome store(Handle handle, Journal journal, Json json, Map<String, Object> tree) {
            return put.put(handle, journal, json.convert(tree, line));
        }
    }

    private interface Put<T> {
        Outcome put(Handle handle, Journal journal, T line);
    }

    /** How far each kind has got in the language, and the first texts of the kind asked for that lack it. */
    TranslationDesk desk(Handle handle, Language language, String asked, int most) {
        var progress = new ArrayList<TranslationDesk.Progress>();
        var missing = new ArrayList<TranslationDesk.Missing>();
        kinds.forEach((kind, how) -> {
            int all = 0;
            int lacking = 0;
            for (var row : rows(handle, how)) {
                for (var field : TEXTS) {
                    var text = text(row.tree(), field);
                    if (text.isEmpty()) {
                        continue;
                    }
                    all++;
                    if (text.getOrDefault(language.tag(), "").isBlank()) {
                        lacking++;
                        if (kind.equals(asked) && missing.size() < most) {
                            missing.add(new TranslationDesk.Missing(
                                    kind,
                                    row.id(),
                                    field,
                                    text.getOrDefault(language.other().tag(), "")));
                        }
                    }
                }
            }
            progress.add(new TranslationDesk.Progress(kind, all, all - lacking));
        });
        return new TranslationDesk(language, List.copyOf(progress), List.copyOf(missing));
    }

    /** Writes the text's half in the language; refused like any other change of the record. */
    void translate(
            Handle handle, Journal journal, String kind, String id, String field, Language language, String text) {
        var how = kinds.get(kind);
        if (how == null || !TEXTS.contains(field)) {
            throw Problem.notFound("this text");
        }
        var tree = rows(handle, how).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .map(Row::tree)
                .orElseThrow(() -> Problem.notFound(kind + " " + id));
        var both = new LinkedHashMap<String, Object>(text(tree, field));
        if (both.isEmpty()) {
            throw Problem.notFound("this text");
        }
        both.put(language.tag(), text);
        var changed = new LinkedHashMap<>(tree);
        changed.put(field, both);
        if (how.store(handle, journal, json, changed) instanceof Outcome.Duplicate twin) {
            throw new Problem("translation.twin", 422, "another one bears this name: " + twin.of()).at("/text");
        }
    }

    private record Row(String id, Map<String, Object> tree) {}

    private List<Row> rows(Handle handle, Kind<?> how) {
        return handle.createQuery("select id, body from " + how.table() + " order by id")
                .map((row, context) -> new Row(row.getString(1), json.object(row.getString(2))))
                .list();
    }

    private static Map<String, String> text(Map<String, Object> tree, String field) {
        if (!(tree.get(field) instanceof Map<?, ?> text)) {
            return Map.of();
        }
        var both = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            both.put(language.tag(), text.get(language.tag()) instanceof String words ? words : "");
        }
        return both;
    }
}
