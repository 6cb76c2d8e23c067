package org.pavilion.server.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Tables that the house hands out. No cell begins like a formula, for a spreadsheet would run it. */
final class SheetText {
    private static final List<String> HEAD_ZH = List.of("企业名称", "英文名称", "简介", "英文简介", "展区", "标签");
    private static final List<String> HEAD_EN =
            List.of("Name (Chinese)", "English name", "Summary (Chinese)", "English summary", "Zone", "Tags");

    private SheetText() {}

    static String template(boolean english) {
        return text(List.of(
                english ? HEAD_EN : HEAD_ZH,
                List.of(
                        "湖光机器人有限公司",
                        "Lakelight Robotics",
                        "做水面清洁机器人。",
                        "Robots that clean lakes.",
                        english ? "Robotics" : "机器人展区",
                        english ? "robot; water" : "机器人;水环境")));
    }

    static String report(SheetResult result) {
        var rows = new java.util.ArrayList<List<String>>();
        rows.add(List.of("line", "name", "kind", "code", "detail", "of"));
        result.notes()
                .forEach(note -> rows.add(List.of(
                        String.valueOf(note.line()),
                        note.name(),
                        note.kind().name(),
                        note.code(),
                        note.detail(),
                        note.of().orElse(""))));
        return text(rows);
    }

    static String text(List<List<String>> rows) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(SheetText::safe).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
