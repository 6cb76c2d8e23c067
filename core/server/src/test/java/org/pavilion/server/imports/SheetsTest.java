package org.pavilion.server.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pavilion.api.Problem;
import org.pavilion.server.directory.ExpoDirectory;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Published;
import org.pavilion.server.storage.Store;

@BothStores
final class SheetsTest {
    private static final String EDITION = "ed-2026";
    private static final Charset GBK = Charset.forName("GB18030");

    private final Sheets sheets;
    private final ExpoDirectory directory;

    SheetsTest(Store store) {
        var core = store.mount("core");
        var events = new Published(core);
        directory = new ExpoDirectory(core, events);
        var desk = new ImportDesk(core, events, store.json());
        directory.importInto(
                desk.imports("core", core, store.json(), new LinkedHashSet<>(ExpoDirectory.KINDS), Set.of()));
        sheets = new Sheets(core, desk, store.json());
    }

    private Sheet upload(String text, Charset charset) {
        return sheets.keep("t.csv", new ByteArrayInputStream(text.getBytes(charset)));
    }

    private static Sheets.Plan plan(Sheet sheet, boolean join) {
        return new Sheets.Plan(
                EDITION,
                sheet.columns().stream()
                        .filter(column -> column.guess().isPresent())
                        .collect(Collectors.toMap(column -> column.guess().orElseThrow(), Sheet.Column::index)),
                join);
    }

    private SheetResult run(Sheet sheet, boolean join) {
        return sheets.run(sheet.id(), plan(sheet, join), directory::organisation);
    }

    @Test
    void aTableBecomesExhibitors() {
        var sheet =
                upload("\uFEFF企业名称,英文名称,简介\n湖光机器人,Lakelight Robotics,\"清洁,\n水面\"\n星河航天,,\n", StandardCharsets.UTF_8);
        assertEquals(2, sheet.rows());
        assertEquals(List.of("湖光机器人", "星河航天"), sheet.columns().getFirst().samples());
        var result = run(sheet, false);
        assertTrue(result.stored());
        assertEquals(2, result.created());
        var robot = directory.organisation("org-lakelight-robotics").orElseThrow();
        assertEquals("清洁,\n水面", robot.summary().zh());
        assertTrue(robot.exhibitor());
        assertEquals(List.of(EDITION), robot.editions());
        assertTrue(sheets.find(sheet.id()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"GB18030|;", "UTF-8|;", "UTF-8|,", "GB18030|,", "UTF-16LE|,"})
    void tablesOfOtherProgramsAreRead(String charset, String separator) {
        var mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        var sheet = upload(mark + "公司名称;简称\n甲公司;甲\n乙公司;乙\n".replace(";", separator), Charset.forName(charset));
        assertEquals(separator, sheet.separator());
        assertEquals(2, run(sheet, false).created());
    }

    @Test
    void theSameTableAgainChangesNothingAndACorrectedOneChangesItsRow() {
        var text = "name,summary\nAlpha Works,Makes alphas\nBeta Works,Makes betas\n";
        run(upload(text, StandardCharsets.UTF_8), false);
        assertEquals(2, run(upload(text, StandardCharsets.UTF_8), false).same());
        var changed = run(upload(text.replace("betas", "better betas"), StandardCharsets.UTF_8), false);
        assertEquals(1, changed.updated());
        assertEquals(1, changed.same());
    }

    @Test
    void oneFaultyRowKeepsTheWholeTableOut() {
        var sheet = upload("名称,展区\n甲公司,A\n,B\n甲公司,C\n", StandardCharsets.UTF_8);
        var result = run(sheet, false);
        assertFalse(result.stored());
        assertEquals(2, result.faults());
        assertEquals(
                List.of("3 sheet.no-name", "4 sheet.twice:2"),
                result.notes().stream()
                        .map(note -> note.line() + " " + note.code())
                        .toList());
        assertTrue(directory.organisationCalled("甲公司").isEmpty());
        assertTrue(sheets.find(sheet.id()).isPresent());
    }

    @Test
    void aFirmThatIsKnownUnderAnotherIdJoinsOrIsLeftOut() {
        run(upload("name,alias\nGreat Lakes Ltd,大湖公司\n", StandardCharsets.UTF_8), false);
        var sheet = upload("名称\n大湖公司\n新公司\n", GBK);
        var left = sheets.preview(sheet.id(), plan(sheet, false), directory::organisation);
        assertEquals(1, left.duplicates());
        assertEquals(1, left.created());
        assertEquals(
                Optional.of("organisation:org-great-lakes-ltd"),
                left.notes().getFirst().of());
        var joined = run(sheet, true);
        assertEquals(1, joined.joined());
        assertTrue(joined.stored());
        assertEquals(
                2,
                directory
                        .organisations(new org.pavilion.server.directory.OrganisationQuery(
                                Optional.of(EDITION), Optional.empty(), Optional.empty(), Optional.empty(), 10))
                        .total());
    }

    @Test
    void twoThousandRowsGoInAtOnce() {
        var rows = IntStream.range(0, 2_000)
                .mapToObj(i -> "企业" + i + "号,Company Number " + i)
                .collect(Collectors.joining("\n"));
        assertEquals(2_000, run(upload("企业名称,英文名\n" + rows, GBK), false).created());
    }

    @Test
    void headsInEitherLanguageAreUnderstood() {
        var heads = Map.of(
                "企业名称（中文）", ExhibitorField.NAME,
                "名称(英文)", ExhibitorField.NAME_EN,
                "Booth No.", ExhibitorField.STAND,
                "English summary", ExhibitorField.SUMMARY_EN,
                " 展区 ", ExhibitorField.ZONE);
        heads.forEach((head, field) -> assertEquals(Optional.of(field), ExhibitorField.guess(head), head));
        assertEquals(Optional.empty(), ExhibitorField.guess("电话"));
    }

    @ParameterizedTest
    @CsvSource({"sheet.empty,''", "sheet.empty,name", "sheet.encoding,'a\u0000b,c\n1,2'"})
    void whatIsNoTableIsRefusedWithTheReason(String code, String text) {
        assertEquals(
                code,
                assertThrows(Problem.class, () -> upload(text, StandardCharsets.UTF_8))
                        .code());
    }

    @Test
    void aReportNeverBeginsACellLikeAFormula() {
        var note = new SheetResult.Note(
                2, "=HYPERLINK(\"http://evil.example\")", SheetResult.Kind.FAULT, "x", "", Optional.empty());
        var csv = Sheets.csv(new SheetResult(false, 0, 0, 0, 0, 0, 1, List.of(), List.of(note)));
        assertTrue(csv.contains("'=HYPERLINK"), csv);
    }
}
