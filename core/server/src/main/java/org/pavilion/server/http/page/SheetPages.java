package org.pavilion.server.http.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pavilion.api.Language;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.http.CorePage;
import org.pavilion.server.http.HttpParts;
import org.pavilion.server.http.PageTools;
import org.pavilion.server.imports.ExhibitorField;
import org.pavilion.server.imports.Sheet;
import org.pavilion.server.imports.SheetResult;
import org.pavilion.server.imports.Sheets;

/** Exhibitors from a spreadsheet, in three plain pages: upload, columns and preview, done. */
final class SheetPages {
    private static final Permission IMPORT = new Permission("import:run");
    private static final String PATH = "/organiser/imports/sheet";

    private final HttpParts house;
    private final Sheets sheets;
    private final PageTools tools;

    SheetPages(HttpParts house, PageTools tools) {
        this.house = house;
        this.sheets = house.sheets();
        this.tools = tools;
    }

    record Run(Map<String, String> columns, Optional<String> edition, Optional<String> join, Optional<String> from) {}

    List<CorePage> pages() {
        return List.of(
                new CorePage(PATH, IMPORT, request -> page(request, Optional.empty(), "")),
                new CorePage(PATH + "/{id}", IMPORT, this::columns),
                new CorePage(PATH + "/{id}/report.csv", IMPORT, this::report),
                new CorePage("/organiser/imports/template.csv", IMPORT, SheetPages::template));
    }

    List<Route> forms() {
        return List.of(
                Route.post(PATH)
                        .needs(IMPORT)
                        .limits(Limits.DEFAULT.body(Sheets.MOST_BYTES + 65_536))
                        .answers(303, Void.class)
                        .handle(this::upload),
                Route.post(PATH + "/{id}")
                        .needs(IMPORT)
                        .takes(Run.class)
                        .answers(303, Void.class)
                        .handle(this::run));
    }

    private Response upload(Request request) throws Exception {
        try (var bytes = request.stream()) {
            var sheet = sheets.keep("exhibitors.csv", bytes);
            return ProfilePages.back(request, PATH + "/" + sheet.id() + from(request));
        } catch (Problem refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            return page(request, Optional.empty(), key(refused));
        }
    }

    private static String from(Request request) {
        return request.query("from").filter("setup"::equals).isPresent() ? "?from=setup" : "";
    }

    private static String key(Problem refused) {
        return refused.code().startsWith("sheet.") ? refused.code() : "sheet.failed";
    }

    private Response page(Request request, Optional<Sheet> sheet, String fault) {
        return Response.page(tools.render(
                request,
                "sheet",
                new SheetPage(
                        sheet,
                        Map.of(),
                        List.of(),
                        "",
                        false,
                        !from(request).isEmpty(),
                        Optional.empty(),
                        fault,
                        "",
                        request.query("done"))));
    }

    private Sheet sheet(Request request) {
        return sheets.find(request.path("id")).orElseThrow(() -> Problem.notFound("this table"));
    }

    private Response columns(Request request) {
        var sheet = sheet(request);
        boolean preview = request.query("preview").isPresent();
        var columns = preview ? asked(request, sheet) : guessed(sheet);
        boolean join = request.query("join").isPresent() || !preview;
        var edition = edition(request.query("edition"));
        Optional<SheetResult> result = Optional.empty();
        var fault = "";
        try {
            result = Optional.of(
                    sheets.preview(sheet.id(), plan(edition, columns, join), house.directory()::organisation));
        } catch (Problem refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            fault = key(refused);
        }
        return Response.page(tools.render(
                request,
                "sheet",
                new SheetPage(
                        Optional.of(sheet),
                        columns,
                        house.directory().editions(),
                        edition,
                        join,
                        !from(request).isEmpty(),
                        result,
                        fault,
                        query(columns, edition, join),
                        Optional.empty())));
    }

    private Response run(Request request) {
        var form = request.body(Run.class);
        var sheet = sheet(request);
        var columns = new LinkedHashMap<Integer, ExhibitorField>();
        form.columns().forEach((column, field) -> put(columns, sheet, column, field));
        var edition = edition(form.edition());
        boolean join = form.join().isPresent();
        var result = sheets.run(sheet.id(), plan(edition, columns, join), house.directory()::organisation);
        boolean setup = form.from().filter("setup"::equals).isPresent();
        if (!result.stored()) {
            return ProfilePages.back(
                    request,
                    PATH + "/" + sheet.id() + "?" + query(columns, edition, join) + (setup ? "&from=setup" : ""));
        }
        int in = result.created() + result.updated() + result.same();
        return ProfilePages.back(request, (setup ? "/setup/exhibitors" : PATH) + "?done=" + in);
    }

    private static Sheets.Plan plan(String edition, Map<Integer, ExhibitorField> columns, boolean join) {
        var byField = new HashMap<ExhibitorField, Integer>();
        columns.forEach((column, field) -> byField.putIfAbsent(field, column));
        return new Sheets.Plan(edition, byField, join);
    }

    private String edition(Optional<String> asked) {
        return asked.filter(id -> house.directory().edition(id).isPresent())
                .or(() -> Optional.ofNullable(house.brand().setup().edition().get("id"))
                        .filter(id -> !house.brand().setup().open()))
                .orElseGet(() -> house.directory().current().id());
    }

    private static Map<Integer, ExhibitorField> guessed(Sheet sheet) {
        var columns = new LinkedHashMap<Integer, ExhibitorField>();
        sheet.columns().forEach(column -> column.guess().ifPresent(field -> columns.put(column.index(), field)));
        return columns;
    }

    private static Map<Integer, ExhibitorField> asked(Request request, Sheet sheet) {
        var columns = new LinkedHashMap<Integer, ExhibitorField>();
        for (var column : sheet.columns()) {
            request.query("columns." + column.index())
                    .ifPresent(field -> put(columns, sheet, String.valueOf(column.index()), field));
        }
        return columns;
    }

    private static void put(Map<Integer, ExhibitorField> columns, Sheet sheet, String column, String field) {
        for (var known : ExhibitorField.values()) {
            if (known.name().equals(field)
                    && sheet.columns().stream()
                            .anyMatch(each -> String.valueOf(each.index()).equals(column))) {
                columns.put(Integer.valueOf(column), known);
            }
        }
    }

    private static String query(Map<Integer, ExhibitorField> columns, String edition, boolean join) {
        return "preview=1&edition=" + edition + (join ? "&join=1" : "")
                + columns.entrySet().stream()
                        .map(each -> "&columns." + each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining());
    }

    private Response report(Request request) {
        var sheet = sheet(request);
        var result = sheets.preview(
                sheet.id(),
                plan(
                        edition(request.query("edition")),
                        asked(request, sheet),
                        request.query("join").isPresent()),
                house.directory()::organisation);
        return csv("report.csv", Sheets.csv(result));
    }

    private static Response template(Request request) {
        return csv("exhibitors.csv", Sheets.template(request.language() == Language.EN));
    }

    /** With the mark that tells spreadsheets the encoding. */
    private static Response csv(String name, String text) {
        return Response.stream(
                "text/csv; charset=utf-8", name, out -> out.write(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
    }
}
