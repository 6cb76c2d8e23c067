package org.pavilion.server.http.page;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Role;
import org.pavilion.server.identity.RosterField;
import org.pavilion.server.identity.RosterLine;
import org.pavilion.server.identity.RosterPlan;
import org.pavilion.server.imports.SheetTable;
import org.pavilion.server.imports.Sheets;

/** People from a spreadsheet, in three plain pages: upload, columns and preview, what came of it. */
final class RosterPages {
    private static final Permission GRANT = new Permission("role:grant");
    private static final String PATH = "/organiser/people/import";
    private static final String DONE = "/organiser/people/imported";
    private static final int PAST = 10;

    private final Identity identity;
    private final Sheets sheets;
    private final PageTools tools;

    RosterPages(HttpParts house, PageTools tools) {
        this.identity = house.identity();
        this.sheets = house.sheets();
        this.tools = tools;
    }

    /** @param skip whether the lines at fault are left out and the others invited */
    record Run(Map<String, String> columns, boolean skip) {}

    List<CorePage> pages() {
        return List.of(
                new CorePage(PATH, GRANT, request -> page(request, 200, Optional.empty(), Map.of(), "")),
                new CorePage(PATH + "/{id}", GRANT, this::columns),
                new CorePage("/organiser/people/template.csv", GRANT, RosterPages::template),
                new CorePage(DONE + "/{id}", GRANT, this::report));
    }

    List<Route> forms() {
        return List.of(
                Route.post(PATH)
                        .needs(GRANT)
                        .limits(Limits.DEFAULT.body(Sheets.MOST_BYTES + 65_536))
                        .answers(303, Void.class)
                        .handle(this::upload),
                Route.post(PATH + "/{id}")
                        .needs(GRANT)
                        .takes(Run.class)
                        .answers(303, Void.class)
                        .handle(this::run),
                Route.post(DONE + "/{id}/undo")
                        .needs(GRANT)
                        .answers(303, Void.class)
                        .handle(request -> {
                            var roster = identity.rosters()
                                    .undo(request.path("id"), request.caller().ref());
                            return ProfilePages.back(request, DONE + "/" + roster.id());
                        }));
    }

    private Response upload(Request request) throws Exception {
        try (var bytes = request.stream()) {
            var sheet = sheets.keep(Sheets.PEOPLE, bytes);
            return ProfilePages.back(request, PATH + "/" + sheet.id());
        } catch (Problem refused) {
            if (refused.status() != 422) {
                throw refused;
            }
            return page(request, 422, Optional.empty(), Map.of(), "fault." + refused.code());
        }
    }

    private SheetTable table(Request request) {
        return sheets.table(request.path("id"), Sheets.PEOPLE).orElseThrow(() -> Problem.notFound("this table"));
    }

    private Response columns(Request request) {
        var table = table(request);
        var columns = request.query("preview").isPresent() ? asked(request, table) : guessed(table);
        return page(request, 200, Optional.of(table), columns, "");
    }

    /** Whoever sends it twice finds that the table is gone, and the first one's report in the list. */
    private Response run(Request request) {
        var form = request.body(Run.class);
        var table = table(request);
        var columns = new LinkedHashMap<Integer, RosterField>();
        form.columns().forEach((column, field) -> put(columns, table, column, field));
        if (!columns.containsValue(RosterField.EMAIL)) {
            return page(request, 422, Optional.of(table), columns, "roster.fault.email-column");
        }
        var plan = plan(request, table, columns);
        if (plan.acts() == 0 || (!plan.faults().isEmpty() && !form.skip())) {
            return page(request, 422, Optional.of(table), columns, "roster.fault.not-yet");
        }
        if (!sheets.forget(table.id())) {
            throw Problem.notFound("this table");
        }
        var roster = identity.rosters().run(plan, request.caller().ref());
        return ProfilePages.back(request, DONE + "/" + roster.id());
    }

    private Response page(
            Request request,
            int status,
            Optional<SheetTable> table,
            Map<Integer, RosterField> columns,
            String refused) {
        Optional<RosterPlan> plan = Optional.empty();
        var fault = refused;
        if (table.isPresent()) {
            try {
                if (columns.containsValue(RosterField.EMAIL)) {
                    plan = Optional.of(plan(request, table.get(), columns));
                } else {
                    fault = "roster.fault.email-column";
                }
            } catch (Problem tooLong) {
                fault = "roster.fault.too-long";
            }
        }
        var model = new RosterSheet.Import(
                table,
                columns,
                plan,
                identity.rights().roles().stream().filter(Role::given).toList(),
                fault,
                table.isPresent() ? List.of() : identity.rosters().newest(PAST));
        return new Response.Page(status, tools.render(request, "people-import", model));
    }

    private RosterPlan plan(Request request, SheetTable table, Map<Integer, RosterField> columns) {
        var at = new EnumMap<RosterField, Integer>(RosterField.class);
        columns.forEach((column, field) -> at.putIfAbsent(field, column));
        var lines = table.rows().stream()
                .map(row -> new RosterLine(
                        row.line(),
                        row.cell(at.getOrDefault(RosterField.EMAIL, -1)),
                        row.cell(at.getOrDefault(RosterField.NAME, -1)),
                        row.cell(at.getOrDefault(RosterField.LANGUAGE, -1)),
                        row.cell(at.getOrDefault(RosterField.ROLE, -1)),
                        row.cell(at.getOrDefault(RosterField.SCOPE, -1))))
                .toList();
        return identity.rosters()
                .preview(lines, request.language(), request.caller().ref());
    }

    private static Map<Integer, RosterField> guessed(SheetTable table) {
        var columns = new LinkedHashMap<Integer, RosterField>();
        for (int i = 0; i < table.head().size(); i++) {
            int column = i;
            RosterField.guess(table.head().get(i))
                    .filter(field -> !columns.containsValue(field))
                    .ifPresent(field -> columns.put(column, field));
        }
        return columns;
    }

    private static Map<Integer, RosterField> asked(Request request, SheetTable table) {
        var columns = new LinkedHashMap<Integer, RosterField>();
        for (int i = 0; i < table.head().size(); i++) {
            var column = String.valueOf(i);
            request.query("columns." + column).ifPresent(field -> put(columns, table, column, field));
        }
        return columns;
    }

    private static void put(Map<Integer, RosterField> columns, SheetTable table, String column, String field) {
        for (var known : RosterField.values()) {
            for (int i = 0; i < table.head().size(); i++) {
                if (known.name().equals(field) && String.valueOf(i).equals(column)) {
                    columns.put(i, known);
                }
            }
        }
    }

    private Response report(Request request) {
        var roster =
                identity.rosters().find(request.path("id")).orElseThrow(() -> Problem.notFound("this list of people"));
        var lines = roster.rows().stream()
                .limit(RosterSheet.LISTED)
                .map(row -> new RosterSheet.Line(row, row.account().flatMap(identity.accounts()::find)))
                .toList();
        return Response.page(tools.render(request, "people-imported", new RosterSheet.Report(roster, lines)));
    }

    private static Response template(Request request) {
        boolean english = request.language() == Language.EN;
        var text = Sheets.csv(List.of(
                english
                        ? List.of("E-mail", "Name", "Language", "Role", "Where")
                        : List.of("邮箱", "姓名", "语言", "角色", "范围"),
                List.of(
                        "lin@example.org",
                        english ? "Lin Xia" : "林夏",
                        english ? "en" : "zh",
                        "booth-staff",
                        "booth:b-1")));
        return Response.stream(
                "text/csv; charset=utf-8",
                "people.csv",
                out -> out.write(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
    }
}
