package org.pavilion.server.http.page;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Language;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.audit.Audit;
import org.pavilion.server.audit.AuditEntry;
import org.pavilion.server.audit.AuditQuery;
import org.pavilion.server.http.PageTools;

/** What was done by whom, to be searched and taken along. */
final class AuditPages {
    static final Permission NEEDS = new Permission("audit:read");

    private static final String PATH = "/organiser/audit";
    private static final int PAGE = 50;
    private static final Map<String, String> DESKS = Map.of(
            "backup", "/organiser/backups",
            "plugin", "/organiser/plugins",
            "announcement", "/organiser/announcements",
            "import", "/organiser/imports",
            "glossary", "/organiser/search");
    private static final Map<String, String> DESKS_BY_ID = Map.of(
            "account", "/organiser/people/",
            "edition", "/organiser/editions/",
            "organisation", "/organiser/organisations/");
    private static final Set<String> PAGES = Set.of("person", "fact");

    private final Audit audit;
    private final PageTools tools;

    AuditPages(Audit audit, PageTools tools) {
        this.audit = audit;
        this.tools = tools;
    }

    Response show(Request request) {
        var zone = ZoneId.of(request.edition().zone());
        var filters = new AuditDesk.Filters(
                text(request, "actor"),
                text(request, "action"),
                text(request, "object"),
                text(request, "from"),
                text(request, "until"));
        var refusal = Optional.<String>empty();
        var query = AuditQuery.ALL;
        try {
            query = query(request, filters, zone);
        } catch (Problem e) {
            refusal = Optional.ofNullable(e.pointer()).map(pointer -> pointer.substring(1));
        }
        var page = refusal.isPresent()
                ? new org.pavilion.server.audit.AuditPage(List.of(), Optional.empty())
                : audit.page(query, PAGE);
        var here = address(PATH, filters);
        var model = new AuditDesk(
                audit.state(),
                page.entries().stream().map(this::act).toList(),
                filters,
                page.next().map(next -> here.with("before", Long.toString(next)).toString()),
                table(filters, query).toString(),
                refusal);
        return Response.page(tools.render(request, "audit", model));
    }

    List<Route> forms() {
        return List.of(Route.post(PATH + "/verification")
                .needs(NEEDS)
                .answers(303, Void.class)
                .handle(request -> {
                    audit.verify();
                    return Response.redirect(URI.create(request.language() == Language.EN ? "/en" + PATH : PATH));
                }));
    }

    private AuditDesk.Act act(AuditEntry entry) {
        var word = entry.action().replaceFirst("\\.v[0-9]+$", "");
        var subject = ref(entry.subject());
        return new AuditDesk.Act(
                entry, word, subject.flatMap(AuditPages::desk), subject.filter(ref -> PAGES.contains(ref.type())));
    }

    private static Optional<String> desk(Ref object) {
        return Optional.ofNullable(DESKS_BY_ID.get(object.type()))
                .map(path -> path + object.id())
                .or(() -> Optional.ofNullable(DESKS.get(object.type())));
    }

    private static Optional<Ref> ref(String text) {
        var colon = text.indexOf(':');
        return colon < 0 ? Optional.empty() : Ref.find(text.substring(0, colon), text.substring(colon + 1));
    }

    private static AuditQuery query(Request request, AuditDesk.Filters filters, ZoneId zone) {
        return new AuditQuery(
                some(filters.actor()),
                some(filters.action()),
                some(filters.object()),
                some(filters.from()).map(text -> day("from", text, zone, 0)),
                some(filters.until()).map(text -> day("until", text, zone, 1)),
                request.query("before").map(AuditPages::row));
    }

    private static Instant day(String field, String text, ZoneId zone, int later) {
        try {
            return LocalDate.parse(text).plusDays(later).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.invalid("/" + field, "a day is required");
        }
    }

    private static long row(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static Address address(String path, AuditDesk.Filters filters) {
        return Address.of(path)
                .with("actor", filters.actor())
                .with("action", filters.action())
                .with("object", filters.object())
                .with("from", filters.from())
                .with("until", filters.until());
    }

    private static Address table(AuditDesk.Filters filters, AuditQuery query) {
        return address("/api/audit/table", filters)
                .with("from", query.from().map(Instant::toString).orElse(""))
                .with("until", query.until().map(Instant::toString).orElse(""));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(each -> !each.isBlank());
    }

    private static String text(Request request, String name) {
        return request.query(name).orElse("").strip();
    }
}
