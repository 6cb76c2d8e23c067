package org.pavilion.server.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Journal;
import org.pavilion.api.JsonText;
import org.pavilion.api.Organisation;
import org.pavilion.api.Outcome;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;
import org.pavilion.server.directory.Lines.OrganisationLine;

/** Firms, institutes and ministries, each with the editions it took part in and what it did there. */
final class Organisations {
    private static final int MAX_PAGE = 200;

    private final Rows<OrganisationLine> rows;

    Organisations(JsonText json) {
        rows = new Rows<>("directory_organisation", OrganisationLine.class, json);
    }

    /** The organisation of this id; of a record that was merged, the one that answers for it. */
    Optional<Organisation> get(Handle handle, String id) {
        return rows.get(handle, target(handle, id)).map(Organisations::organisation);
    }

    /** The same, empty for a record that was merged into another. */
    Optional<Organisation> own(Handle handle, String id) {
        return target(handle, id).equals(id) ? rows.get(handle, id).map(Organisations::organisation) : Optional.empty();
    }

    Optional<OrganisationLine> line(Handle handle, String id) {
        return rows.get(handle, id);
    }

    private static String target(Handle handle, String id) {
        return handle.createQuery("select target from directory_merged where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse(id);
    }

    /** Those of these ids that were merged, with the one that answers for each. */
    static Map<String, String> targets(Handle handle, Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : handle.createQuery("select id, target from directory_merged where id in (<ids>)")
                        .bindList("ids", List.copyOf(ids))
                        .reduceRows(new HashMap<String, String>(), (map, row) -> {
                            map.put(row.getColumn("id", String.class), row.getColumn("target", String.class));
                            return map;
                        });
    }

    /** The records that this one answers for. */
    static List<String> answeredBy(Handle handle, String id) {
        return handle.createQuery("select id from directory_merged where target = :id order by id")
                .bind("id", id)
                .mapTo(String.class)
                .list();
    }

    /** The names, roles and editions of a record that another one answers for. */
    static void forget(Handle handle, String id) {
        handle.execute("delete from directory_name where type = 'organisation' and id = ?", id);
        handle.execute("delete from directory_organisation_edition where organisation = ?", id);
        handle.execute("delete from directory_organisation_role where organisation = ?", id);
    }

    /** Those that exist, in the order asked. */
    List<Organisation> get(Handle handle, List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var targets = targets(handle, ids);
        var wanted = ids.stream().map(id -> targets.getOrDefault(id, id)).toList();
        Map<String, Organisation> found = new LinkedHashMap<>();
        handle.createQuery("select body from directory_organisation where id in (<ids>)")
                .bindList("ids", wanted)
                .mapTo(String.class)
                .map(rows::read)
                .map(Organisations::organisation)
                .forEach(each -> found.put(each.id(), each));
        return wanted.stream()
                .distinct()
                .map(found::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The organisation that bears a name, in either language or as an alias. */
    Optional<Organisation> called(Handle handle, String name) {
        return Names.bearer(handle, "organisation", "", List.of(Text.same(name)))
                .flatMap(ref -> get(handle, ref.id()));
    }

    OrganisationPage page(Handle handle, OrganisationQuery query) {
        int limit = Math.clamp(query.limit(), 1, MAX_PAGE);
        var where = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        where.add("id not in (select id from directory_merged)");
        query.edition().ifPresent(edition -> {
            where.add("id in (select organisation from directory_organisation_edition where edition = :edition)");
            values.put("edition", edition);
        });
        query.role().ifPresent(role -> {
            where.add("id in (select organisation from directory_organisation_role where role = :role)");
            values.put("role", role);
        });
        query.text().ifPresent(text -> {
            where.add("names like :text escape '!'");
            values.put("text", "%" + Names.plain(text).replaceAll("[!%_]", "!$0") + "%");
        });
        int total = handle.createQuery("select count(*) from directory_organisation" + condition(where))
                .bindMap(values)
                .mapTo(Integer.class)
                .one();
        query.after().map(Cursor::of).ifPresent(cursor -> {
            where.add("(synthetic > :synthetic or synthetic = :synthetic and id > :after)");
            values.put("synthetic", cursor.synthetic());
            values.put("after", cursor.id());
        });
        var found = handle.createQuery("select body from directory_organisation"
                        + condition(where)
                        + " order by synthetic, id limit :limit")
                .bindMap(values)
                .bind("limit", limit + 1)
                .mapTo(String.class)
                .map(rows::read)
                .map(Organisations::organisation)
                .list();
        var shown = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? Optional.of(Cursor.after(shown.getLast())) : Optional.<String>empty();
        return new OrganisationPage(List.copyOf(shown), total, next);
    }

    private static String condition(List<String> where) {
        return where.isEmpty() ? "" : " where " + String.join(" and ", where);
    }

    Outcome put(Handle handle, Journal journal, OrganisationLine line) {
        var names = names(line);
        var bearer = Names.bearer(handle, "organisation", line.id(), names);
        if (bearer.isPresent()) {
            return Outcome.duplicate(bearer.get());
        }
        var ref = new Ref("organisation", line.id());
        return rows.put(
                handle,
                journal,
                line.id(),
                line,
                h -> columns(h, line),
                version -> new Change.OrganisationChanged(ref, version));
    }

    static void columns(Handle handle, OrganisationLine line) {
        var names = names(line);
        handle.execute(
                "update directory_organisation set synthetic = ?, names = ? where id = ?",
                line.synthetic().orElse(false) ? 1 : 0,
                String.join("\n", Names.plain(names)),
                line.id());
        Names.store(handle, "organisation", line.id(), names);
        handle.execute("delete from directory_organisation_edition where organisation = ?", line.id());
        line.editions().stream()
                .distinct()
                .forEach(edition -> handle.execute(
                        "insert into directory_organisation_edition(organisation, edition) values (?, ?)",
                        line.id(),
                        edition));
        handle.execute("delete from directory_organisation_role where organisation = ?", line.id());
        line.roles().stream()
                .distinct()
                .forEach(role -> handle.execute(
                        "insert into directory_organisation_role(organisation, role) values (?, ?)", line.id(), role));
    }

    private static List<Text> names(OrganisationLine line) {
        var names = new ArrayList<>(line.aliases());
        names.addFirst(line.name());
        return names;
    }

    static Organisation organisation(OrganisationLine line) {
        return new Organisation(
                line.id(),
                line.name(),
                line.summary(),
                line.aliases(),
                line.roles(),
                line.editions(),
                line.isExhibitor(),
                line.synthetic().orElse(false),
                line.source());
    }

    /** The last row of a page; opaque to clients, stable while rows are added. */
    private record Cursor(int synthetic, String id) {
        static Cursor of(String text) {
            try {
                var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                return new Cursor(Integer.parseInt(plain.substring(0, 1)), plain.substring(1));
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                throw Problem.invalid("/after", "not a cursor of this list");
            }
        }

        static String after(Organisation last) {
            var plain = (last.synthetic() ? "1" : "0") + last.id();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }
    }
}
