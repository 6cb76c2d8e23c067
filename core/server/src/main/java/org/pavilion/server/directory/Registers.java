package org.pavilion.server.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Directory;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Outcome;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.directory.Lines.BoardLine;
import org.pavilion.server.directory.Lines.FieldLine;
import org.pavilion.server.directory.Lines.SourceLine;

/** The short lists everything else names: sources, fields of technology, kinds of boards. */
final class Registers {
    private final Rows<SourceLine> sources;
    private final Rows<FieldLine> fields;
    private final Rows<BoardLine> boards;

    Registers(JsonText json) {
        sources = new Rows<>("directory_source", SourceLine.class, json);
        fields = new Rows<>("directory_field", FieldLine.class, json);
        boards = new Rows<>("directory_board", BoardLine.class, json);
    }

    Optional<Text> source(Handle handle, String file) {
        return sources.get(handle, file).map(SourceLine::label);
    }

    List<Directory.Field> fields(Handle handle) {
        return handle.createQuery("select body from directory_field order by ord, id")
                .mapTo(String.class)
                .map(fields::read)
                .map(line -> new Directory.Field(line.id(), line.name()))
                .list();
    }

    Map<String, BoardLine> boards(Handle handle) {
        return handle.createQuery("select body from directory_board")
                .mapTo(String.class)
                .map(boards::read)
                .collect(Collectors.toUnmodifiableMap(BoardLine::id, board -> board));
    }

    /** What readers see of each registered source, by its file. */
    Map<String, Text> labels(Handle handle) {
        return handle.createQuery("select body from directory_source")
                .mapTo(String.class)
                .map(sources::read)
                .collect(Collectors.toUnmodifiableMap(SourceLine::file, SourceLine::label));
    }

    Outcome put(Handle handle, Journal journal, SourceLine line) {
        return sources.put(
                handle,
                journal,
                line.file(),
                line,
                h -> {},
                version -> new Change.SourceChanged(new Ref("source", line.file()), version));
    }

    Outcome put(Handle handle, Journal journal, FieldLine line) {
        var ref = new Ref("field", line.id());
        return fields.put(
                handle,
                journal,
                line.id(),
                line,
                h -> h.execute(
                        "update directory_field set ord = (select max(ord) + 1 from directory_field) where id = ? and ord = 0",
                        line.id()),
                version -> new Change.FieldChanged(ref, version));
    }

    Outcome put(Handle handle, Journal journal, BoardLine line) {
        if (!line.path().startsWith("/") || line.path().startsWith("//")) {
            return Outcome.rejected("/path", "board.path", "a path of this site starts with one slash");
        }
        var ref = new Ref("board", line.id());
        return boards.put(handle, journal, line.id(), line, h -> {}, version -> new Change.BoardChanged(ref, version));
    }
}
